/**
 * Lines: one row of integers per player, plus for each side its own row (team, coach, bench) and its unassigned row.
 * All rows stand in one Int32Array, so that copying a game's lines is one copy of memory.
 */
import { type FoulKind, foulKinds } from '../rules/rule-set.ts';
import type { SideIndex } from './side.ts';

const counted = [
  'pts',
  'fgm',
  'fga',
  'fg3m',
  'fg3a',
  'ftm',
  'fta',
  'oreb',
  'dreb',
  'ast',
  'stl',
  'blk',
  'blka',
  'tov',
  'pf',
  'pfd',
  'tf',
  'plusMinus',
  'playedMs',
] as const;

export type LineColumn = (typeof counted)[number];
export const lineColumns: readonly LineColumn[] = counted;

export const column = Object.fromEntries(counted.map((name, index) => [name, index])) as Readonly<
  Record<LineColumn, number>
>;

/** Clock at which the running stint began. */
export const enteredMs = counted.length;
/** Bits of `mark`. */
export const marks = counted.length + 1;
export const mark = { isOut: 1, hasPlayed: 2, isStarter: 4, isOnCourt: 8 } as const;

const firstKind = counted.length + 2;
export const kindColumn = Object.fromEntries(foulKinds.map((kind, index) => [kind, firstKind + index])) as Readonly<
  Record<FoulKind, number>
>;

export const lineWidth = firstKind + foulKinds.length;

/** Rows 0 and 1 are the sides' own, 2 and 3 their unassigned; players follow. */
export const ownRow = (side: SideIndex): number => side;
export const unassignedRow = (side: SideIndex): number => 2 + side;
export const firstPlayerRow = 4;
