/**
 * A folded game with the feed's people: the shape that `bball box --json` prints.
 * Invariants: every player of the sheet is there; totals are the sum of the players, of what nobody was named for, and of the team's
 * own rebounds and turnovers as the rule set counts them; a value that was not recorded is null.
 */
import {
  engineVersion,
  type Flag,
  flagCodes,
  type GameResult,
  type PlayerId,
  type PlayerLine,
  playedMsAt,
  type RuleSetId,
  type StatKey,
  type TeamId,
} from '@bball/engine';
import type { GameRead, PersonRead, TeamRead } from '@bball/formats';

const columns = [
  'pts',
  'fgm',
  'fga',
  'fg3m',
  'fg3a',
  'ftm',
  'fta',
  'oreb',
  'dreb',
  'reb',
  'ast',
  'stl',
  'blk',
  'tov',
  'pf',
  'pfd',
  'plusMinus',
] as const satisfies readonly StatKey[];
type Column = (typeof columns)[number];

/** What the team has beside its players: team rebounds and team turnovers. */
const ownColumns: ReadonlySet<Column> = new Set(['oreb', 'dreb', 'reb', 'tov']);

export type BoxValues = { readonly [Key in Column]: number | null };

export type BoxPlayer = {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly starter: boolean;
  readonly played: boolean;
  readonly playedMs: number | null;
} & BoxValues;

export type BoxTeam = {
  readonly id: string;
  readonly name: string;
  readonly pts: number;
  readonly totals: { readonly playedMs: number | null } & BoxValues;
  readonly players: readonly BoxPlayer[];
};

export type BoxFlag = {
  readonly code: string;
  readonly severity: string;
  readonly team: string | null;
  readonly player: string | null;
  readonly playIds: readonly string[];
  readonly detail: Flag['detail'];
};

export type BoxScore = {
  readonly game: { readonly id: string; readonly ruleSet: RuleSetId; readonly engineVersion: number };
  readonly teams: readonly [BoxTeam, BoxTeam];
  readonly periods: readonly { readonly period: number; readonly pts: readonly [number, number] }[];
  readonly flags: readonly BoxFlag[];
};

export type Named = { readonly result: GameResult; readonly read: GameRead; readonly gameName: string };

export const boxScoreOf = ({ result, read, gameName }: Named): BoxScore => {
  const { home, away, players } = read.people;
  const people = Object.entries(players) as [PlayerId, PersonRead][];
  const team = (of: TeamRead, pts: number): BoxTeam => {
    const theirs = people
      .filter(([, person]) => person.teamId === of.teamId)
      .map(([id, person]) => boxPlayer(person, result.players[id], result.game.clockMs));
    return { id: of.sourceId, name: of.name, pts, totals: totalsOf(theirs, result, of.teamId), players: theirs };
  };
  const { score, periods } = result.game;
  return {
    game: { id: gameName, ruleSet: result.game.ruleSet, engineVersion },
    teams: [team(home, score.home), team(away, score.away)],
    periods: periods.map((period) => ({ period: period.period, pts: [period.home, period.away] as const })),
    flags: Object.values(result.flags).map((flag) => boxFlag(flag, read)),
  };
};

const valuesOf = (value: (column: Column) => number | null): BoxValues =>
  Object.fromEntries(columns.map((column) => [column, value(column)])) as BoxValues;

const boxPlayer = (person: PersonRead, line: PlayerLine | undefined, clockMs: number | null): BoxPlayer => ({
  id: person.sourceId,
  name: person.name,
  number: person.number,
  starter: line?.isStarter ?? person.isStarter ?? false,
  played: line?.hasPlayed ?? false,
  playedMs: line === undefined ? null : playedMsAt(line, clockMs),
  ...valuesOf((column) => line?.[column] ?? null),
});

/** null only where nobody has a value. */
const sum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
};

const totalsOf = (players: readonly BoxPlayer[], result: GameResult, teamId: TeamId): BoxTeam['totals'] => {
  const team = result.teams[teamId];
  const besidePlayers = (column: Column) => [
    column === 'plusMinus' ? null : (team?.unassigned[column] ?? null),
    ownColumns.has(column) ? (team?.own[column] ?? null) : null,
  ];
  return {
    playedMs: sum(players.map(({ playedMs }) => playedMs)),
    ...valuesOf((column) => sum([...players.map((player) => player[column]), ...besidePlayers(column)])),
  };
};

const boxFlag = (flag: Flag, { people }: GameRead): BoxFlag => ({
  code: flag.code,
  severity: flagCodes[flag.code],
  team: [people.home, people.away].find(({ teamId }) => teamId === flag.teamId)?.sourceId ?? null,
  player: flag.playerId === null ? null : (people.players[flag.playerId]?.sourceId ?? flag.playerId),
  playIds: flag.playIds,
  detail: flag.detail,
});
