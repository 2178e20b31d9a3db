/**
 * May this person be put on this team's roster by this actor. A spot gives the team's staff sight of the name, so a foreign person's id
 * must not be enough: the person is new and the actor's own making, was in this team before and is in no other now, or comes by a transfer.
 */
import { type Rejected, reject } from '../errors.ts';
import { judgePerson } from '../policies/person-facts.ts';
import { canAcceptTransfer, canCreatePerson } from '../policies/persons.ts';
import type { RelatedActor } from '../policies/relations.ts';
import type { NounRows } from '../repositories/nouns.ts';
import type { Spot } from '../repositories/roster.ts';
import type { TeamInLeagues } from '../repositories/teams.ts';

type Refusal = 'person-not-found' | 'shell-has-no-people' | 'already-on-the-roster';

export const refusalOfPerson = async (
  rows: Pick<NounRows, 'persons' | 'personPrivate' | 'roster'>,
  actor: RelatedActor,
  team: TeamInLeagues,
  spot: Pick<Spot, 'id' | 'teamId' | 'seasonId' | 'personId'> & { readonly at: string },
): Promise<Rejected<Refusal> | null> => {
  if (spot.personId === null) return null;
  if (team.isShell) return reject('shell-has-no-people');
  const person = await rows.persons.find(spot.personId);
  if (person === null) return reject('person-not-found');
  const { facts } = judgePerson(person, await rows.personPrivate.bornOn(person.id), spot.at);
  const isNew = facts.spots.length === 0 && person.createdBy === actor.userId && canCreatePerson(actor, { team });
  const wasHere =
    facts.spots.some(({ teamId }) => teamId === team.id) &&
    facts.spots.every(({ teamId, until }) => until !== null || teamId === team.id);
  if (!isNew && !wasHere && !canAcceptTransfer(actor, facts)) return reject('person-not-found');
  return (await rows.roster.hasOpenSpot(spot, spot.id)) ? reject('already-on-the-roster') : null;
};
