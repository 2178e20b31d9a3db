/** Leagues: found, change, read, list at both doors. */
import {
  changeLeagueRoute,
  getLeagueRoute,
  listLeaguesRoute,
  listPublicLeaguesRoute,
  putLeagueRoute,
} from '@bball/contracts';
import { changeLeague } from '../../commands/change-league.ts';
import { createLeague } from '../../commands/create-league.ts';
import { accept } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { anonymous } from '../../policies/relations.ts';
import { getLeague, listLeagues } from '../../queries/leagues.ts';
import { cacheable } from '../cacheable.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';
import { said } from '../said.ts';

export const leaguesRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const found = createLeague(door);
  const change = changeLeague(door);
  const get = getLeague(door);
  const list = listLeagues(door);
  const listPublic = listLeagues({ nouns: parts.repositories.publicLists });
  return [
    handle(putLeagueRoute, async (context) => {
      const id = context.params.leagueId;
      const { maxVisibility, ...body } = context.body;
      const result = await found(await door.askerOf(context), { id, maxVisibility, ...body });
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(changeLeagueRoute, async (context) => {
      const id = context.params.leagueId;
      const result = await change(await door.askerOf(context), id, said(context.body));
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(getLeagueRoute, async (context) => get(await door.actorOf(context), context.params.leagueId)),
    handle(listLeaguesRoute, async (context) => {
      const result = await list(await door.actorOf(context), context.query);
      return result.ok ? accept({ leagues: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
    handle(listPublicLeaguesRoute, async ({ query }) => {
      const result = await listPublic(anonymous, query);
      return result.ok
        ? accept(cacheable({ leagues: [...result.value.rows], nextCursor: result.value.nextCursor }, 30))
        : result;
    }),
  ];
};
