import type { Round } from './round.ts';

const seconds = (ms: number | null, otherwise = 'never') => (ms === null ? otherwise : `${(ms / 1000).toFixed(1)} s`);

export const isSound = ({ recoveryMs, broken }: Round) => recoveryMs !== null && broken.length === 0;

const head = ['', 'fault', 'events', 'published', 'takeover', 'recovered', 'slowest play', 'all agree', 'broken'];

const cells = (round: Round): readonly string[] => [
  isSound(round) ? '✔' : '✖',
  round.fault,
  String(round.events),
  seconds(round.publishedMs),
  seconds(round.takeoverMs, '–'),
  seconds(round.recoveryMs),
  seconds(round.slowestMs),
  seconds(round.settleMs),
  round.broken.length === 0 ? 'none' : `${round.broken.length}: ${round.broken[0]}`,
];

export const tableOf = (rounds: readonly Round[]): string => {
  const rows = [head, ...rounds.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
    .map((row) => row.join('  ').trimEnd())
    .join('\n');
};
