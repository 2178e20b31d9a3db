/** Games as nouns: set up, change, accept, read and list at both doors. */
import {
  acceptGameRoute,
  changeGameRoute,
  getGameRoute,
  getPublicGameRoute,
  listGamesRoute,
  listPublicGamesRoute,
  putGameRoute,
} from '@bball/contracts';
import { acceptGame } from '../../commands/accept-game.ts';
import { changeGame } from '../../commands/change-game.ts';
import { createGame } from '../../commands/create-game.ts';
import { accept } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { anonymous } from '../../policies/relations.ts';
import { getGame, listGames } from '../../queries/games.ts';
import { cacheable } from '../cacheable.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';
import { said } from '../said.ts';

/** How long a cache may keep a public list or page of games: no longer than a live state. */
const publicSeconds = 2;

export const gamesRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const create = createGame(door);
  const change = changeGame(door);
  const agree = acceptGame({ ...door, refolds: parts.stream.refolds });
  const get = getGame(door);
  const list = listGames(door);
  const listPublic = listGames({ nouns: parts.repositories.publicLists });
  return [
    handle(putGameRoute, async (context) => {
      const id = context.params.gameId;
      const { hostTeamId, visibility, ruleSet, ...body } = context.body;
      const wanted = { id, hostTeamId, visibility, ruleSet, ...body };
      const result = await create(await door.askerOf(context), wanted);
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(changeGameRoute, async (context) => {
      const id = context.params.gameId;
      const result = await change(await door.askerOf(context), id, said(context.body));
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(acceptGameRoute, async (context) => {
      const id = context.params.gameId;
      const result = await agree(await door.askerOf(context), id);
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(getGameRoute, async (context) => get(await door.actorOf(context), context.params.gameId)),
    handle(getPublicGameRoute, async ({ params }) => {
      const result = await get(anonymous, params.gameId);
      return result.ok ? accept(cacheable(result.value, publicSeconds)) : result;
    }),
    handle(listGamesRoute, async (context) => {
      const result = await list(await door.actorOf(context), context.query);
      return result.ok ? accept({ games: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
    handle(listPublicGamesRoute, async ({ query }) => {
      const result = await listPublic(anonymous, query);
      return result.ok
        ? accept(cacheable({ games: [...result.value.rows], nextCursor: result.value.nextCursor }, publicSeconds))
        : result;
    }),
  ];
};
