/** Teams: make, change, read, list. */
import { changeTeamRoute, getTeamRoute, listTeamsRoute, putTeamRoute } from '@bball/contracts';
import { changeTeam } from '../../commands/change-team.ts';
import { createTeam } from '../../commands/create-team.ts';
import { accept } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { getTeam, listTeams } from '../../queries/teams.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';
import { said } from '../said.ts';

export const teamsRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const create = createTeam(door);
  const change = changeTeam(door);
  const get = getTeam(door);
  const list = listTeams(door);
  return [
    handle(putTeamRoute, async (context) => {
      const id = context.params.teamId;
      const { visibility, ...body } = context.body;
      const result = await create(await door.askerOf(context), { id, visibility, ...body });
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(changeTeamRoute, async (context) => {
      const id = context.params.teamId;
      const result = await change(await door.askerOf(context), id, said(context.body));
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(getTeamRoute, async (context) => get(await door.actorOf(context), context.params.teamId)),
    handle(listTeamsRoute, async (context) => {
      const result = await list(await door.actorOf(context), context.query);
      return result.ok ? accept({ teams: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
  ];
};
