/** Rosters: find the team, load its spots, redact the people for this reader, present. */
import type { RosterSpot } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { audienceOfTeam } from '../policies/audience.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { canSeeRoster } from '../policies/teams.ts';
import { presentSpot } from '../presenters/team.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Listed, type ListKey, listed, type Paging, pageOf } from './cursor.ts';
import { redactionOf } from './people-to-show.ts';

type Deps = { readonly nouns: Pick<Nouns, 'teams' | 'roster' | 'personPrivate'>; readonly now: () => string };

const key: ListKey = { list: 'roster', parts: ['text', 'id'] };

export type RosterAsked = Paging & { readonly seasonId?: string | undefined; readonly scope: 'open' | 'all' };

export const listRoster =
  (deps: Deps) =>
  async (
    actor: RelatedActor,
    teamId: string,
    asked: RosterAsked,
  ): Promise<Result<Listed<RosterSpot>, 'team-not-found' | 'cursor-unknown'>> => {
    const page = pageOf(key, asked);
    if (!page.ok) return page;
    const team = await deps.nouns.teams.find(teamId);
    if (team === null || !canSeeRoster(actor, team)) return reject('team-not-found');
    const scope = { seasonId: asked.seasonId ?? null, onlyOpen: asked.scope === 'open' };
    const found = await deps.nouns.roster.list(teamId, scope, page.value);
    const { rows, nextCursor } = listed(key, asked, found, ({ number, id }) => [number, id]);
    const redact = await redactionOf(deps, actor, rows);
    const audience = audienceOfTeam(actor, team);
    return accept({ rows: rows.map((spot) => presentSpot(spot, redact(spot, audience, team.ageGroup))), nextCursor });
  };

export const getSpot =
  (deps: Deps) =>
  async (actor: RelatedActor, teamId: string, spotId: string): Promise<Result<RosterSpot, 'spot-not-found'>> => {
    const [team, spot] = await Promise.all([deps.nouns.teams.find(teamId), deps.nouns.roster.findWithPerson(spotId)]);
    if (team === null || spot === null || spot.teamId !== teamId || !canSeeRoster(actor, team)) {
      return reject('spot-not-found');
    }
    const redact = await redactionOf(deps, actor, [spot]);
    return accept(presentSpot(spot, redact(spot, audienceOfTeam(actor, team), team.ageGroup)));
  };
