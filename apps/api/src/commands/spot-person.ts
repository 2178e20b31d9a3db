/**
 * May this person be put on this team's roster by this actor. A spot gives the team's staff sight of the name, so a foreign person's id
 * must not be enough: the person is new and the actor's own making, was in this team already, or comes by a transfer.
 */
import { type Rejected, reject } from '../errors.ts';
import { canAcceptTransfer, canCreatePerson } from '../policies/persons.ts';
import type { RelatedActor } from '../policies/relations.ts';
import type { NounRows } from '../repositories/nouns.ts';
import type { Spot } from '../repositories/roster.ts';
import type { TeamInLeagues } from '../repositories/teams.ts';
import { findPerson } from './person-facts.ts';

type Refusal = 'person-not-found' | 'shell-has-no-people' | 'already-on-the-roster';

export const refusalOfPerson = async (
  rows: Pick<NounRows, 'persons' | 'personPrivate' | 'roster'>,
  actor: RelatedActor,
  team: TeamInLeagues,
  spot: Pick<Spot, 'id' | 'teamId' | 'seasonId' | 'personId'> & { readonly at: string },
): Promise<Rejected<Refusal> | null> => {
  if (spot.personId === null) return null;
  if (team.isShell) return reject('shell-has-no-people');
  const known = await findPerson(rows, spot.personId, spot.at);
  if (known === null) return reject('person-not-found');
  const { facts, person } = known;
  const isNew = facts.spots.length === 0 && person.createdBy === actor.userId && canCreatePerson(actor, { team });
  const wasHere = facts.spots.some(({ teamId }) => teamId === team.id);
  if (!isNew && !wasHere && !canAcceptTransfer(actor, facts)) return reject('person-not-found');
  return (await rows.roster.hasOpenSpot(spot, spot.id)) ? reject('already-on-the-roster') : null;
};
