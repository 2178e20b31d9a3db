/**
 * Standings and leaders of a season, each at its two doors: the public one for any cache, no longer than a card, since there are names;
 * the private one is kept by nobody.
 */
import { publicSeasonLeadersRoute, publicStandingsRoute, seasonLeadersRoute, standingsRoute } from '@bball/contracts';
import { accept, type Result } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { anonymous } from '../../policies/relations.ts';
import { getSeasonLeaders } from '../../queries/leaders.ts';
import { getStandings } from '../../queries/standings.ts';
import { cacheable } from '../cacheable.ts';
import { type Endpoint, handle, type Reply } from '../endpoint.ts';
import { nounDoor } from '../nouns.ts';

const publicSeconds = 10;

export const seasonReadsRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const standings = getStandings(door);
  const leaders = getSeasonLeaders(door);
  return [
    handle(standingsRoute, async (context) => standings(await door.actorOf(context), context.params.seasonId)),
    handle(publicStandingsRoute, async ({ params }) => kept(await standings(anonymous, params.seasonId))),
    handle(seasonLeadersRoute, async (context) => leaders(await door.actorOf(context), context.params.seasonId)),
    handle(publicSeasonLeadersRoute, async ({ params }) => kept(await leaders(anonymous, params.seasonId))),
  ];
};

const kept = <Body, Code extends 'season-not-found'>(result: Result<Body, Code>): Result<Reply<Body>, Code> =>
  result.ok ? accept(cacheable(result.value, publicSeconds)) : result;
