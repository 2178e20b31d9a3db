/**
 * The rows of the five quarter arrays in one list, each with its period and clock.
 * All overtimes share one array and are split by their BP and EP rows. What stands in a break at full clock belongs to the
 * coming period; a plain row after the end of a period still belongs to it (PER-2).
 * Source: games/NOTES, "EuroLeague".
 */
import { readClock } from '../clock-text.ts';
import { integer, items, type Json, member, text, textOrEmpty } from '../json-value.ts';
import { rowKeys } from '../row-key.ts';

export type Row = {
  readonly json: Json;
  readonly index: number;
  /** `NUMBEROFPLAY`, made unique. */
  readonly key: string;
  readonly number: number;
  readonly word: string;
  readonly period: number;
  readonly clockMs: number | null;
  readonly teamCode: string;
  readonly personId: string;
};

const quarters = ['FirstQuarter', 'SecondQuarter', 'ThirdQuarter', 'ForthQuarter', 'ExtraTime'] as const;
const regularPeriods = 4;

export type Lengths = { readonly periodMs: number; readonly overtimeMs: number };

const lengthOf = (period: number, { periodMs, overtimeMs }: Lengths): number =>
  period <= regularPeriods ? periodMs : overtimeMs;

type Position = { readonly period: number; readonly state: 'before' | 'running' | 'ended' };

/** A period begins: the coming one after an end, the next overtime also where the feed forgot the end of the last. */
const begun = ({ period, state }: Position): Position => {
  const isNext = state === 'ended' || (state === 'running' && period > regularPeriods);
  return { period: isNext ? period + 1 : period, state: 'running' };
};

const moved = (at: Position, word: string): Position => {
  if (word === 'BP') return begun(at);
  return word === 'EP' || word === 'EG' ? { period: at.period, state: 'ended' } : at;
};

/** Keyed in the break: the clock of a row after the end already shows the coming period whole. */
const isOfComingPeriod = ({ period, state }: Position, clockMs: number | null, lengths: Lengths): boolean =>
  state === 'ended' && clockMs === lengthOf(period + 1, lengths);

/** BP and EP rows say no clock: they stand at the two ends of the period. */
const clockAt = (word: string, said: number | null, length: number): number | null => {
  if (word === 'BP') return said ?? length;
  return word === 'EP' || word === 'EG' ? (said ?? 0) : said;
};

export const readRows = (game: Json, lengths: Lengths): readonly Row[] => {
  const rows: Row[] = [];
  const keyOf = rowKeys();
  const lists = quarters.map((name) => listOf(member(game, name)));
  for (const [quarter, list] of lists.entries()) {
    const hasLater = lists.slice(quarter + 1).some((later) => later.length > 0);
    let at: Position = { period: quarter + 1, state: 'before' };
    for (const [position, json] of list.entries()) {
      const word = text(member(json, 'PLAYTYPE')).toUpperCase();
      const said = readClock(member(json, 'MARKERTIME'));
      at = moved(at, word);
      const isInBreak = isOfComingPeriod(at, said, lengths) && (hasLater || list.slice(position).some(isBegin));
      const period = isInBreak ? at.period + 1 : at.period;
      const number = integer(member(json, 'NUMBEROFPLAY'));
      rows.push({
        json,
        index: rows.length,
        key: keyOf(json, number),
        number,
        word,
        period,
        clockMs: clockAt(word, said, lengthOf(period, lengths)),
        teamCode: textOrEmpty(member(json, 'CODETEAM')),
        personId: textOrEmpty(member(json, 'PLAYER_ID')),
      });
    }
  }
  return rows;
};

/** Without overtimes some seasons leave their array out. */
const listOf = (json: Json): readonly Json[] =>
  json.path === 'ExtraTime' && (json.value === undefined || json.value === null) ? [] : items(json);

const isBegin = (json: Json): boolean => textOrEmpty(member(json, 'PLAYTYPE')).toUpperCase() === 'BP';
