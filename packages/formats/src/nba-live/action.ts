/** One row of `game.actions`, read and checked; what it means stands in plays.ts. */
import type { IsoInstant } from '@bball/engine';
import { readClock } from '../clock-text.ts';
import {
  folded,
  has,
  integer,
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

export type Action = {
  readonly json: Json;
  /** Position in the order of the feed. */
  readonly index: number;
  /** `actionNumber`, made unique. */
  readonly key: string;
  readonly number: number;
  readonly type: string;
  readonly subType: string;
  readonly descriptor: string;
  readonly qualifiers: readonly string[];
  readonly period: number;
  readonly clockMs: number | null;
  readonly teamId: string | null;
  readonly personId: string | null;
  readonly recordedAt: IsoInstant | null;
};

/** An id as text; 0, "0", "team" and a missing field are nobody. */
export const idOf = (json: Json): string | null => {
  const id = textOrEmpty(json);
  return id === '' || id === '0' || id.toLowerCase() === 'team' ? null : id;
};

const isoInstant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/;

/** With exactly three decimals, as ours are; null where the feed has none or another form. */
export const instantOf = (text: string): IsoInstant | null => {
  const parts = isoInstant.exec(text);
  return parts === null ? null : (`${parts[1]}.${(parts[2] ?? '').padEnd(3, '0').slice(0, 3)}Z` as IsoInstant);
};

const word = (json: Json, key: string): string => folded(textOrEmpty(member(json, key)));

const toAction = (json: Json): Omit<Action, 'index' | 'key'> => {
  const teamId = idOf(member(json, 'teamId'));
  const personId = idOf(member(json, 'personId'));
  const type = word(json, 'actionType');
  if (type === '') refuseAt(member(json, 'actionType'), 'missing', 'expected a type of action, found nothing');
  const period = periodNumber(member(json, 'period'));
  return {
    json,
    number: integer(member(json, 'actionNumber')),
    type,
    subType: word(json, 'subType'),
    descriptor: word(json, 'descriptor'),
    qualifiers: words(member(json, 'qualifiers')).map(folded),
    period,
    clockMs: readClock(member(json, 'clock')),
    teamId,
    personId: personId === teamId ? null : personId,
    recordedAt: instantOf(textOrEmpty(member(json, 'timeActual'))),
  };
};

/** In the feed's own order: `orderNumber` where every row has one, else as listed. `actionNumber` is the order of entry. */
const inOrder = (rows: readonly Json[]): readonly Json[] =>
  rows.every((row) => has(row, 'orderNumber')) ? [...rows].sort((a, b) => orderOf(a) - orderOf(b)) : rows;

const orderOf = (row: Json): number => numberOrNull(member(row, 'orderNumber')) ?? 0;

export const readActions = (game: Json): readonly Action[] => {
  const keyOf = rowKeys();
  return inOrder(items(member(game, 'actions'))).map((json, index) => {
    const action = toAction(json);
    return { ...action, index, key: keyOf(json, action.number) };
  });
};
