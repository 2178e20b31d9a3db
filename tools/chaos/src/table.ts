import type { Round } from './round.ts';

const seconds = (ms: number | null) => (ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`);

export const isSound = ({ recoveryMs, broken }: Round) => recoveryMs !== null && broken.length === 0;

export const tableOf = (rounds: readonly Round[]): string => {
  const rows = rounds.map((round) => [
    isSound(round) ? '✔' : '✖',
    round.fault,
    String(round.events),
    seconds(round.recoveryMs),
    seconds(round.slowestMs),
    seconds(round.settleMs),
    round.broken.length === 0 ? 'none' : `${round.broken.length}: ${round.broken[0]}`,
  ]);
  const head = ['', 'fault', 'events', 'recovered', 'slowest play', 'all agree', 'broken'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
};
