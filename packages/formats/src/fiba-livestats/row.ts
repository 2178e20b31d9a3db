/**
 * One row of `pbp`, oldest first (the file has the newest first). A row's own order of entry (`actionNumber`) orders nothing:
 * it names the row, and `previousAction` points to it. `period` starts again at 1 in overtime.
 * Source: games/NOTES, "FIBA LiveStats".
 */
import { readClock } from '../clock-text.ts';
import {
  folded,
  integer,
  isYes,
  items,
  type Json,
  member,
  numberOrNull,
  periodNumber,
  refuseAt,
  textOrEmpty,
  words,
} from '../json-value.ts';
import { rowKeys } from '../row-key.ts';

export type Row = {
  readonly json: Json;
  readonly index: number;
  readonly key: string;
  readonly number: number;
  readonly previous: number | null;
  readonly type: string;
  readonly subType: string;
  readonly qualifiers: readonly string[];
  readonly period: number;
  readonly clockMs: number | null;
  /** '1' home, '2' away, '' neither. */
  readonly teamNumber: string;
  /** '' team, coach, bench or nobody. */
  readonly playerNumber: string;
  readonly made: boolean;
};

const blankIfZero = (said: string): string => (said === '0' ? '' : said);

const periodOf = (json: Json, regularPeriods: number): number => {
  const period = periodNumber(member(json, 'period'));
  const isOvertime = textOrEmpty(member(json, 'periodType')).toUpperCase() === 'OVERTIME';
  return isOvertime ? regularPeriods + period : period;
};

const previousOf = (json: Json): number | null => numberOrNull(member(json, 'previousAction'));

/** A file that lists the oldest first says so by where the game begins. */
const isOldestFirst = (rows: readonly Json[]): boolean => {
  const begins = (row: Json | undefined) =>
    row !== undefined &&
    textOrEmpty(member(row, 'actionType')) === 'game' &&
    textOrEmpty(member(row, 'subType')) === 'start';
  return begins(rows[0]) && !begins(rows.at(-1));
};

export const readRows = (game: Json, regularPeriods: number): readonly Row[] => {
  const listed = items(member(game, 'pbp'));
  const ordered = isOldestFirst(listed) ? listed : [...listed].reverse();
  const keyOf = rowKeys();
  return ordered.map((json, index) => {
    const number = integer(member(json, 'actionNumber'));
    const type = folded(textOrEmpty(member(json, 'actionType')));
    if (type === '') refuseAt(member(json, 'actionType'), 'missing', 'expected a type of action, found nothing');
    return {
      json,
      index,
      key: keyOf(json, number),
      number,
      previous: previousOf(json),
      type,
      subType: folded(textOrEmpty(member(json, 'subType'))),
      qualifiers: words(member(json, 'qualifier')).map(folded),
      period: periodOf(json, regularPeriods),
      clockMs: readClock(member(json, 'clock')),
      teamNumber: blankIfZero(textOrEmpty(member(json, 'tno'))),
      playerNumber: blankIfZero(textOrEmpty(member(json, 'pno'))),
      made: isYes(member(json, 'success')),
    };
  });
};
