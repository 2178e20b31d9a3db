/**
 * One row of `pbp`, oldest first (the file has the newest first). A row's own order of entry (`actionNumber`) orders nothing:
 * it names the row, and `previousAction` points to it. `period` starts again at 1 in overtime.
 * Source: games/NOTES, "FIBA LiveStats".
 */
import { clockMsOf } from '../clock-text.ts';
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

const clockOf = (json: Json): number | null => {
  const said = textOrEmpty(json);
  return said === '' ? null : (clockMsOf(said) ?? refuseAt(json, 'wrong-type', `not a clock: "${said}"`));
};

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
  const seen = new Map<number, string[]>();
  return ordered.map((json, index) => {
    const number = integer(member(json, 'actionNumber'));
    const body = JSON.stringify(json.value);
    const earlier = seen.get(number) ?? [];
    if (earlier.includes(body)) refuseAt(json, 'duplicate-row', `action ${number} stands here a second time`);
    seen.set(number, [...earlier, body]);
    const type = folded(textOrEmpty(member(json, 'actionType')));
    if (type === '') refuseAt(member(json, 'actionType'), 'missing', 'expected a type of action, found nothing');
    return {
      json,
      index,
      key: earlier.length === 0 ? String(number) : `${number}/${earlier.length}`,
      number,
      previous: previousOf(json),
      type,
      subType: folded(textOrEmpty(member(json, 'subType'))),
      qualifiers: words(member(json, 'qualifier')).map(folded),
      period: periodOf(json, regularPeriods),
      clockMs: clockOf(member(json, 'clock')),
      teamNumber: blankIfZero(textOrEmpty(member(json, 'tno'))),
      playerNumber: blankIfZero(textOrEmpty(member(json, 'pno'))),
      made: isYes(member(json, 'success')),
    };
  });
};
