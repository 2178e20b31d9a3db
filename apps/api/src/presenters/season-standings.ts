/** A line of the standings. */
import type { Standing } from '@bball/contracts';
import type { TeamRecord } from '../repositories/finals.ts';
import type { Team } from '../repositories/teams.ts';
import { presentTeamRef } from './team.ts';

type Line = { readonly rank: number; readonly team: Team; readonly record: TeamRecord };

export const presentStanding = ({ rank, team, record }: Line): Standing => ({
  rank,
  team: presentTeamRef(team),
  games: record.games,
  won: record.won,
  lost: record.lost,
  tied: record.tied,
  pts: record.pts,
  opponentPts: record.opponentPts,
  winPct: winPctOf(record),
});

/** A tie is half a win. */
const winPctOf = ({ games, won, tied }: TeamRecord): number | null =>
  games === 0 ? null : (2 * won + tied) / (2 * games);
