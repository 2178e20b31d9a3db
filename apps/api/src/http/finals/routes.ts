/** Final scores: as announced, at both doors, and the confirmation of a disputed one. */
import { confirmFinalRoute, listFinalsRoute, listPublicFinalsRoute } from '@bball/contracts';
import { confirmFinal } from '../../commands/confirm-final.ts';
import { accept } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { anonymous } from '../../policies/relations.ts';
import { listFinals } from '../../queries/finals.ts';
import { getGame } from '../../queries/games.ts';
import { cacheable } from '../cacheable.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';

const publicSeconds = 2;

export const finalsRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const list = listFinals(door);
  const listPublic = listFinals({ nouns: parts.repositories.publicLists });
  const confirm = confirmFinal(door);
  const get = getGame(door);
  return [
    handle(listFinalsRoute, async (context) => {
      const result = await list(await door.actorOf(context), context.query);
      return result.ok ? accept({ finals: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
    handle(listPublicFinalsRoute, async ({ query }) => {
      const result = await listPublic(anonymous, query);
      return result.ok
        ? accept(cacheable({ finals: [...result.value.rows], nextCursor: result.value.nextCursor }, publicSeconds))
        : result;
    }),
    handle(confirmFinalRoute, async (context) => {
      const { gameId } = context.params;
      const result = await confirm(await door.askerOf(context), gameId, context.body.finalEventId);
      return written(result, async () => get(await door.actorOf(context), gameId));
    }),
  ];
};
