/**
 * A season out of the line sets of its games: leaders by column and the form of each team.
 * Invariants: a function of the set of lines, so a game whose lines are replaced or withdrawn counts as if it had always been so;
 * what no game recorded of a player is in no list; only final games count.
 * Source: protocol.md J-10.
 */
import type { PlayerId, TeamId } from './game/ids.ts';
import { type Game, isFinal } from './game-fold.ts';
import type { StatKey } from './stats/columns.ts';
import type { GameResult, PlayerLine } from './stats/result.ts';

type SeasonPlayer = {
  readonly playerId: PlayerId;
  readonly teamId: TeamId;
  readonly counts: Readonly<Partial<Record<StatKey, number | null>>>;
};
type SeasonTeam = { readonly teamId: TeamId; readonly pts: number };

/** What a final game gives to its season; `startedAt`: when its first play was recorded, for the order of games. */
export type SeasonLines = {
  readonly gameId: string;
  readonly startedAt: string;
  readonly home: SeasonTeam;
  readonly away: SeasonTeam;
  readonly players: readonly SeasonPlayer[];
};

export type Leader = {
  readonly playerId: PlayerId;
  readonly teamId: TeamId;
  readonly games: number;
  readonly total: number;
};
export type FormGame = {
  readonly gameId: string;
  readonly opponentId: TeamId;
  readonly pts: number;
  readonly opponentPts: number;
};
export type TeamForm = {
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
  readonly pts: number;
  readonly opponentPts: number;
  /** Wins in a row, or losses as a negative number. */
  readonly streak: number;
  /** The latest first. */
  readonly lastGames: readonly FormGame[];
};
export type SeasonTable = {
  readonly games: number;
  readonly leaders: Readonly<
    Partial<Record<StatKey, { readonly total: readonly Leader[]; readonly perGame: readonly Leader[] }>>
  >;
  readonly teams: Readonly<Record<TeamId, TeamForm>>;
};

const led = [
  'pts',
  'reb',
  'oreb',
  'dreb',
  'ast',
  'stl',
  'blk',
  'fgm',
  'fg3m',
  'ftm',
  'plusMinus',
  'playedMs',
] as const satisfies readonly StatKey[];
const longestList = 20;
const gamesOfForm = 10;
/** Per game, whoever played fewer than half of his team's games is not listed. */
const shareOfGames = 2;

const seasonPlayer = ([playerId, line]: [string, PlayerLine]): SeasonPlayer => ({
  playerId: playerId as PlayerId,
  teamId: line.teamId,
  counts: Object.fromEntries(led.map((key) => [key, line[key]])),
});

/** null: the game does not count now; it was withdrawn, or is not final yet. */
export const seasonLines = (game: Game, { players, game: state }: GameResult): SeasonLines | null => {
  const first = game.list.inOrder[0];
  if (!isFinal(game) || first === undefined || state.home === null || state.away === null) return null;
  const official = state.officialScore ?? state.score;
  return {
    gameId: game.gameId,
    startedAt: first.said.recordedAt,
    home: { teamId: state.home, pts: official.home },
    away: { teamId: state.away, pts: official.away },
    players: Object.entries(players)
      .filter(([, { hasPlayed }]) => hasPlayed)
      .map(seasonPlayer),
  };
};

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const formGame = (gameId: string, own: SeasonTeam, other: SeasonTeam): FormGame => ({
  gameId,
  opponentId: other.teamId,
  pts: own.pts,
  opponentPts: other.pts,
});

const signOf = ({ pts, opponentPts }: FormGame): number => Math.sign(pts - opponentPts);

const streakOf = (latestFirst: readonly FormGame[]): number => {
  const sign = signOf(latestFirst[0] as FormGame);
  const end = latestFirst.findIndex((game) => signOf(game) !== sign);
  return sign === 0 ? 0 : sign * (end === -1 ? latestFirst.length : end);
};

const formOf = (games: readonly FormGame[]): TeamForm => {
  const latestFirst = games.toReversed();
  const count = (sign: number): number => games.filter((game) => signOf(game) === sign).length;
  return {
    won: count(1),
    lost: count(-1),
    tied: count(0),
    pts: games.reduce((sum, { pts }) => sum + pts, 0),
    opponentPts: games.reduce((sum, { opponentPts }) => sum + opponentPts, 0),
    streak: streakOf(latestFirst),
    lastGames: latestFirst.slice(0, gamesOfForm),
  };
};

const leadersOf = (games: readonly SeasonLines[], key: StatKey): Leader[] => {
  const leaders = new Map<PlayerId, Leader>();
  for (const { players } of games) {
    for (const { playerId, teamId, counts } of players) {
      const count = counts[key] ?? null;
      if (count === null) continue;
      const { games: played, total } = leaders.get(playerId) ?? { games: 0, total: 0 };
      leaders.set(playerId, { playerId, teamId, games: played + 1, total: total + count });
    }
  }
  return [...leaders.values()];
};

const byTotal = (a: Leader, b: Leader): number =>
  b.total - a.total || a.games - b.games || before(a.playerId, b.playerId);
const byAverage = (a: Leader, b: Leader): number =>
  b.total * a.games - a.total * b.games || b.games - a.games || before(a.playerId, b.playerId);

/** The season of these games, in any order. */
export const seasonTable = (lines: readonly SeasonLines[]): SeasonTable => {
  const games = lines.toSorted((a, b) => before(a.startedAt, b.startedAt) || before(a.gameId, b.gameId));
  const played = new Map<TeamId, FormGame[]>();
  const note = (own: SeasonTeam, game: FormGame): void => {
    played.set(own.teamId, [...(played.get(own.teamId) ?? []), game]);
  };
  for (const { gameId, home, away } of games) {
    note(home, formGame(gameId, home, away));
    note(away, formGame(gameId, away, home));
  }
  const isRegular = ({ teamId, games: own }: Leader): boolean =>
    own * shareOfGames >= (played.get(teamId)?.length ?? 0);
  const lists = (key: StatKey) => {
    const all = leadersOf(games, key);
    return {
      total: all.toSorted(byTotal).slice(0, longestList),
      perGame: all.filter(isRegular).sort(byAverage).slice(0, longestList),
    };
  };
  return {
    games: games.length,
    leaders: Object.fromEntries(
      led.map((key) => [key, lists(key)] as const).filter(([, { total }]) => total.length > 0),
    ),
    teams: Object.fromEntries([...played].map(([teamId, own]) => [teamId, formOf(own)])) as Record<TeamId, TeamForm>,
  };
};
