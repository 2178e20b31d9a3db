/** How long until all is well again: in every game a play that was acknowledged after the fault is on the screen of its viewers. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Played } from './checks.ts';

const lookMs = 50;

/** The earliest moment at which a play of after `sinceMs` was shown; null: not yet. */
const shownAfter = ({ scorer, watchers }: Played, sinceMs: number): number | null => {
  const seqs = [...scorer.acknowledged.values()].filter(({ atMs }) => atMs >= sinceMs).map(({ seq }) => seq);
  if (seqs.length === 0) return null;
  const shown = watchers.map((watcher) => watcher.shownAtMs(Math.min(...seqs)));
  return shown.some((at) => at === null) ? null : Math.max(sinceMs, ...shown.map((at) => at ?? sinceMs));
};

/** Milliseconds from `sinceMs`; null when the limit came first. A game that is over by then has nothing to show. */
export const recovered = async (
  played: readonly Played[],
  sinceMs: number,
  limitMs: number,
): Promise<number | null> => {
  while (performance.now() - sinceMs < limitMs) {
    const live = played.filter(({ scorer }) => !scorer.isDone());
    const moments = live.map((one) => shownAfter(one, sinceMs));
    if (moments.every((at) => at !== null)) return Math.max(0, ...moments.map((at) => at - sinceMs));
    await pause(lookMs);
  }
  return null;
};

/** The longest that a play acknowledged since then took to be on the screen of every viewer; null: there was none, or one never was. */
export const slowestSince = (played: readonly Played[], sinceMs: number): number | null => {
  const times = played
    .filter(({ watchers }) => watchers.length > 0)
    .flatMap(({ scorer, watchers }) =>
      [...scorer.acknowledged.values()]
        .filter(({ atMs }) => atMs >= sinceMs)
        .flatMap(({ seq, atMs }) => watchers.map((watcher) => (watcher.shownAtMs(seq) ?? Number.NaN) - atMs)),
    );
  const slowest = Math.max(0, ...times);
  return times.length === 0 || Number.isNaN(slowest) ? null : slowest;
};
