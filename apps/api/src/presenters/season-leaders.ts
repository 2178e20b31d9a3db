/** Leaders and team form as their readers get them: who is not shown is left out, and the ranks stay those among all. */
import type { Leader as LeaderShape, SeasonLeaders, TeamForm as TeamFormShape } from '@bball/contracts';
import { type Leader, type SeasonTable, statKeys, type TeamForm, type TeamId } from '@bball/engine';
import type { Game } from '../repositories/games.ts';
import type { Team } from '../repositories/teams.ts';
import { ranked } from './ranking.ts';
import { presentTeamRef } from './team.ts';

export type ShownPlayer = { readonly number: string; readonly displayName: string };

type Shown = {
  readonly seasonId: string;
  readonly table: SeasonTable;
  /** Those that the reader sees, in their order. */
  readonly teams: readonly Team[];
  readonly playerOf: (line: Leader) => ShownPlayer | null;
  readonly gameOf: (gameId: string) => Game | null;
};

export const presentSeasonLeaders = ({ seasonId, table, teams, playerOf, gameOf }: Shown): SeasonLeaders => ({
  seasonId,
  games: table.games,
  columns: statKeys.flatMap((column) => {
    const lists = table.leaders[column];
    if (lists === undefined) return [];
    return [
      {
        column,
        total: presentList(lists.total, (a, b) => a.total === b.total, playerOf),
        perGame: presentList(lists.perGame, (a, b) => a.total * b.games === b.total * a.games, playerOf),
      },
    ];
  }),
  teams: teams.flatMap((team) => {
    const form = table.teams[team.id as TeamId];
    return form === undefined ? [] : [presentForm(team, form, gameOf)];
  }),
});

const presentList = (
  lines: readonly Leader[],
  isLevel: (a: Leader, b: Leader) => boolean,
  playerOf: Shown['playerOf'],
): LeaderShape[] =>
  ranked(lines, isLevel).flatMap((line) => {
    const player = playerOf(line);
    return player === null ? [] : [presentLeader(line, player)];
  });

const presentLeader = (line: Leader & { readonly rank: number }, player: ShownPlayer): LeaderShape => ({
  rank: line.rank,
  playerId: line.playerId,
  teamId: line.teamId,
  number: player.number,
  displayName: player.displayName,
  games: line.games,
  total: line.total,
  perGame: line.total / line.games,
});

const presentForm = (team: Team, form: TeamForm, gameOf: Shown['gameOf']): TeamFormShape => ({
  team: presentTeamRef(team),
  games: form.won + form.lost + form.tied,
  won: form.won,
  lost: form.lost,
  tied: form.tied,
  pts: form.pts,
  opponentPts: form.opponentPts,
  streak: form.streak,
  lastGames: form.lastGames.flatMap(({ gameId, pts, opponentPts }) => {
    const game = gameOf(gameId);
    if (game === null) return [];
    const opponent = presentTeamRef(game.homeTeamId === team.id ? game.away : game.home);
    return [{ gameId, opponent, pts, opponentPts }];
  }),
});
