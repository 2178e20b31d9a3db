/** Seasons of leagues and the teams in them. */
import {
  changeSeasonRoute,
  enterTeamRoute,
  getSeasonRoute,
  leaveSeasonRoute,
  listSeasonsRoute,
  listSeasonTeamsRoute,
  listTeamSeasonsRoute,
  putSeasonRoute,
} from '@bball/contracts';
import { changeSeason } from '../../commands/change-season.ts';
import { createSeason } from '../../commands/create-season.ts';
import { enterTeam } from '../../commands/enter-team.ts';
import { leaveSeason } from '../../commands/leave-season.ts';
import { accept } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { getSeason, getSeasonTeam, listSeasons, listSeasonTeams, listTeamSeasons } from '../../queries/seasons.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';
import { said } from '../said.ts';

export const seasonsRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const create = createSeason(door);
  const change = changeSeason(door);
  const enter = enterTeam(door);
  const leave = leaveSeason(door);
  const get = getSeason(door);
  const list = listSeasons(door);
  const getEntry = getSeasonTeam(door);
  const listTeams = listSeasonTeams(door);
  const listOfTeam = listTeamSeasons(door);
  return [
    handle(putSeasonRoute, async (context) => {
      const id = context.params.seasonId;
      const result = await create(await door.askerOf(context), { id, ...context.body });
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(changeSeasonRoute, async (context) => {
      const id = context.params.seasonId;
      const result = await change(await door.askerOf(context), id, said(context.body));
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(getSeasonRoute, async (context) => get(await door.actorOf(context), context.params.seasonId)),
    handle(listSeasonsRoute, async (context) => {
      const result = await list(await door.actorOf(context), context.params.leagueId, context.query);
      return result.ok ? accept({ seasons: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
    handle(enterTeamRoute, async (context) => {
      const { seasonId, teamId } = context.params;
      const result = await enter(await door.askerOf(context), seasonId, teamId);
      return written(result, async () => getEntry(await door.actorOf(context), seasonId, teamId));
    }),
    handle(leaveSeasonRoute, async (context) =>
      leave(await door.askerOf(context), context.params.seasonId, context.params.teamId),
    ),
    handle(listSeasonTeamsRoute, async (context) => {
      const result = await listTeams(await door.actorOf(context), context.params.seasonId, context.query);
      return result.ok ? accept({ teams: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
    handle(listTeamSeasonsRoute, async (context) => {
      const result = await listOfTeam(await door.actorOf(context), context.params.teamId, context.query);
      return result.ok ? accept({ seasons: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
  ];
};
