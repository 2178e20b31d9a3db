/** Rows of the benchmark, and the table that a person reads. */
import type { Machine } from './machine.ts';

export type Row = {
  readonly what: string;
  readonly value: number;
  readonly unit: 'events/s' | 'ms' | 's' | 'MB' | '×';
  /** What it is held against, measured in the same run; null: only the aim. */
  readonly against: { readonly what: string; readonly value: number } | null;
  /** null: told for the record, without an aim. */
  readonly aim: { readonly says: string; readonly isMet: boolean } | null;
};

/** A part that could not be measured here, and why. */
export type Left = { readonly what: string; readonly why: string };

const digits = (value: number) => (value >= 1000 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4);
const figure = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: digits(value) });

const cells = (row: Row): string[] => [
  row.what,
  `${figure(row.value)} ${row.unit}`,
  row.against === null ? '' : `${row.against.what}: ${figure(row.against.value)} ${row.unit}`,
  row.against === null ? '' : `${figure(row.value / row.against.value)}×`,
  row.aim?.says ?? '',
  row.aim === null ? '' : row.aim.isMet ? 'yes' : 'NO',
];

export const tableOf = (rows: readonly Row[], left: readonly Left[], machine: Machine): string => {
  const lines = [['what', 'measured', 'against', 'ratio', 'aim', 'met'], ...rows.map(cells)];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
  text.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return [
    ...text,
    ...left.map(({ what, why }) => `not measured: ${what} (${why})`),
    '',
    `${machine.name}: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}`,
  ].join('\n');
};

/** What one part of the benchmark has to say. */
export type Measured = { readonly rows: readonly Row[]; readonly left: readonly Left[] };
