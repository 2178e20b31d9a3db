/** Numbers out of several runs: the middle one, never the best. */

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (found === undefined) throw new Error('no value was measured');
  return found;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** What a piece of work costs this thread, in ms of processor time (counted in ticks: let it last some 50 ms): on a quiet machine the same as by the clock, on a busy one still true. */
export const timeMs = (work: () => void): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

/** The middle of `runs` measured runs after `warmUps` that are not counted. */
export const medianOf = (runs: number, warmUps: number, measureOnce: () => number): number => {
  for (let run = 0; run < warmUps; run += 1) measureOnce();
  return median(Array.from({ length: runs }, measureOnce));
};

/** The middle cost of one turn of short work, in ms: many turns are timed together. */
export const turnMs = (turns: number, turn: () => void): number =>
  medianOf(9, 2, () =>
    timeMs(() => {
      for (let count = 0; count < turns; count += 1) turn();
    }),
  ) / turns;
