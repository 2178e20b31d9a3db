/**
 * A bucket that fills up again all the time: 3,000 events, 50 more each second. All that is kept of one is the moment at which it will
 * be full; one that is full needs no memory. What is refused takes nothing, so an impatient pad does not push its own turn away.
 */
import type { Limit } from '../config/limits.ts';
import type { Counter } from './counter.ts';

export type Drawn = { readonly fullAtMs: number; readonly waitMs: number };

/** Takes points out of a bucket; a `waitMs` above 0 says that nothing was taken and when it could be. */
export const draw = ({ points, seconds }: Limit, fullAtMs: number, taken: number, nowMs: number): Drawn => {
  const emptyMs = seconds * 1000;
  const before = Math.max(fullAtMs, nowMs);
  const after = before + (taken * emptyMs) / points;
  const waitMs = after - nowMs - emptyMs;
  return waitMs > 0 ? { fullAtMs: before, waitMs } : { fullAtMs: after, waitMs: 0 };
};

const mostKept = 20_000;

export const makeBucketInMemory = (limit: Limit, nowMs: () => number): Counter => {
  const buckets = new Map<string, number>();
  return {
    take: async (key, points) => {
      const { fullAtMs, waitMs } = draw(limit, buckets.get(key) ?? 0, points, nowMs());
      buckets.delete(key);
      buckets.set(key, fullAtMs);
      if (buckets.size > mostKept) buckets.delete(buckets.keys().next().value!);
      return waitMs;
    },
    forget: async (key) => void buckets.delete(key),
  };
};
