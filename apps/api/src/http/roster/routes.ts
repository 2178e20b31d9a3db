/** Rosters: who wears which number. */
import { changeSpotRoute, leaveSpotRoute, listRosterRoute, putSpotRoute } from '@bball/contracts';
import { changeSpot } from '../../commands/change-spot.ts';
import { createSpot } from '../../commands/create-spot.ts';
import { leaveSpot } from '../../commands/leave-spot.ts';
import { accept } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { getSpot, listRoster } from '../../queries/roster.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';
import { said } from '../said.ts';

export const rosterRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const create = createSpot(door);
  const change = changeSpot(door);
  const leave = leaveSpot(door);
  const get = getSpot(door);
  const list = listRoster(door);
  return [
    handle(putSpotRoute, async (context) => {
      const { teamId, spotId } = context.params;
      const result = await create(await door.askerOf(context), { id: spotId, teamId, ...context.body });
      return written(result, async () => get(await door.actorOf(context), teamId, spotId));
    }),
    handle(changeSpotRoute, async (context) => {
      const { teamId, spotId } = context.params;
      const result = await change(await door.askerOf(context), context.params, said(context.body));
      return written(result, async () => get(await door.actorOf(context), teamId, spotId));
    }),
    handle(leaveSpotRoute, async (context) => leave(await door.askerOf(context), context.params)),
    handle(listRosterRoute, async (context) => {
      const result = await list(await door.actorOf(context), context.params.teamId, context.query);
      return result.ok ? accept({ spots: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
  ];
};
