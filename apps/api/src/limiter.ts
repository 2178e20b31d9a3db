/**
 * Counts against the rows of `config.limits`: over all processes in Redis, else in memory. `take` answers how long to wait when there is
 * nothing left; the callers decide which key is counted.
 * Invariant: Redis holds no key as it was given, since some are addresses of people.
 */
import { createHash } from 'node:crypto';
import type { Limit, LimitName, Limits } from './config/limits.ts';
import { makeBucketInMemory } from './limits/bucket.ts';
import type { Counter } from './limits/counter.ts';
import { makeSharedWindow, makeWindowInMemory } from './limits/window.ts';
import { makeSharedBucket } from './repositories/redis/bucket.ts';
import type { Redis } from './repositories/redis/connection.ts';

export type Limiter = {
  /** Null when it passes, else the whole seconds to wait. */
  readonly take: (limit: LimitName, key: string, points?: number) => Promise<number | null>;
  readonly forget: (limit: LimitName, key: string) => Promise<void>;
};

type Deps = { readonly limits: Limits; readonly redis: Redis; readonly nowMs: () => number };

export const makeLimiter = ({ limits, ...deps }: Deps): Limiter => {
  const counters = new Map(Object.entries(limits).map(([name, limit]) => [name, makeCounter(name, limit, deps)]));
  const counterOf = (name: LimitName): Counter => counters.get(name)!;
  return {
    take: async (name, key, points = 1) => {
      const waitMs = await counterOf(name).take(blurred(key), points);
      return waitMs === 0 ? null : Math.max(1, Math.ceil(waitMs / 1000));
    },
    forget: (name, key) => counterOf(name).forget(blurred(key)),
  };
};

const makeCounter = (name: string, limit: Limit, { redis, nowMs }: Omit<Deps, 'limits'>): Counter => {
  if (limit.refills === true) return insured(makeSharedBucket(redis, name, limit), makeBucketInMemory(limit, nowMs));
  return redis.client === null ? makeWindowInMemory(name, limit) : makeSharedWindow(name, limit, redis.client);
};

const insured = (shared: ReturnType<typeof makeSharedBucket>, own: Counter): Counter => ({
  take: async (key, points) => (await shared.take(key, points)) ?? own.take(key, points),
  forget: async (key) => {
    await Promise.all([shared.forget(key), own.forget(key)]);
  },
});

const blurred = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);
