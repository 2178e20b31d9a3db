/**
 * A result as the rows that are stored beside it: the same from the API's own host and from the job (protocol.md I-24).
 * Names are those of the columns: plusMinus → plus_minus.
 */
import { columns, type StatKey, statKeys } from '../stats/columns.ts';
import type { GameResult } from '../stats/result.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

export type StoredRows = {
  /** The scores are the official ones; a disputed score waits for a person (F-4). */
  readonly summary: Row;
  readonly players: readonly Row[];
  readonly teams: readonly Row[];
};

const columnOf = (key: StatKey): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const namesOfColumns = Object.fromEntries(Object.keys(columns).map((key) => [key, columnOf(key as StatKey)])) as Readonly<Record<StatKey, string>>;

const countRow = (line: { readonly [Key in StatKey]: number | null }): Row => Object.fromEntries(statKeys.map((key) => [namesOfColumns[key], line[key]]));

const summaryOf = ({ game, flags }: GameResult): Row => {
  const official = game.officialScore ?? game.score;
  return {
    status: game.status,
    homePts: official.home,
    awayPts: official.away,
    period: game.period,
    clockMs: game.clockMs,
    isScoreDisputed: Object.values(flags).some(({ code }) => code === 'final-score-differs'),
  };
};

const playerRows = ({ players }: GameResult): Row[] =>
  Object.entries(players).map(([playerId, line]) => ({
    player_id: playerId,
    team_id: line.teamId,
    number: line.number,
    is_listed: line.isListed,
    is_starter: line.isStarter,
    has_played: line.hasPlayed,
    is_out: line.isOut,
    ...countRow(line),
  }));

const teamRows = ({ teams }: GameResult): Row[] =>
  Object.entries(teams).map(([teamId, line]) => ({
    team_id: teamId,
    side: line.side,
    possessions: line.comparison.possessions,
    ...countRow(line.totals),
  }));

/** The columns are integers of 32 bits: a clock or a rule beyond all sense must not keep a result from being stored. */
const mostOfColumn = 2 ** 31 - 1;

const fitted = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Math.max(-mostOfColumn, Math.min(mostOfColumn, value)) : value]));

export const storedRows = (result: GameResult): StoredRows => ({
  summary: fitted(summaryOf(result)),
  players: playerRows(result).map(fitted),
  teams: teamRows(result).map(fitted),
});
