/** Rows of integers as columns that people read: what was never tracked is null, never 0 (CMP-1). */
import { facetBits } from '../game/facets.ts';
import { column, lineColumns, lineWidth } from '../game/line.ts';
import { type Counts, columns, type StatKey, statKeys } from '../stats/columns.ts';

type Needs = readonly { readonly key: StatKey; readonly bits: number }[];

const needsOf = (which: 'needs' | 'teamNeeds'): Needs =>
  statKeys.map((key) => ({ key, bits: facetBits(columns[key][which]) }));
const playerNeeds = needsOf('needs');
const teamNeeds = needsOf('teamNeeds');

const rowValue = (lines: Int32Array, row: number, key: StatKey): number => {
  const at = row * lineWidth;
  return key === 'reb'
    ? (lines[at + column.oreb] as number) + (lines[at + column.dreb] as number)
    : (lines[at + column[key]] as number);
};

/** `tracked`: facets that were ever tracked of the side. `hasLineup`: was a line-up ever said (LIN-2). */
export const playerCounts = (lines: Int32Array, row: number, tracked: number, hasLineup: boolean): Counts => {
  const counts: Partial<Record<StatKey, number | null>> = {};
  for (const { key, bits } of playerNeeds) counts[key] = (tracked & bits) === bits ? rowValue(lines, row, key) : null;
  if (!hasLineup) {
    counts.playedMs = null;
    counts.plusMinus = null;
  }
  return counts as Counts;
};

/** Of the side's own or its unassigned row: nobody is on court there. */
export const partCounts = (lines: Int32Array, row: number, tracked: number): Counts => {
  const counts: Partial<Record<StatKey, number | null>> = {};
  for (const { key, bits } of teamNeeds) counts[key] = (tracked & bits) === bits ? rowValue(lines, row, key) : null;
  counts.playedMs = null;
  counts.plusMinus = null;
  return counts as Counts;
};

/** The whole side: the sum of its rows. */
export const totalCounts = (
  lines: Int32Array,
  rows: readonly number[],
  tracked: number,
  hasLineup: boolean,
): Counts => {
  const sums = new Int32Array(lineWidth);
  for (const row of rows)
    for (let i = 0; i < lineColumns.length; i++) sums[i] = (sums[i] as number) + (lines[row * lineWidth + i] as number);
  const counts: Partial<Record<StatKey, number | null>> = {};
  for (const { key, bits } of teamNeeds) counts[key] = (tracked & bits) === bits ? rowValue(sums, 0, key) : null;
  if (!hasLineup) {
    counts.playedMs = null;
    counts.plusMinus = null;
  }
  return counts as Counts;
};
