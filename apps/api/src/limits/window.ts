/**
 * So many in so long, from the first on. In Redis all processes count together; while it is away each counts for itself in memory, and goes
 * back to the common count by itself. A key that is used up is remembered here: a flood costs Redis nothing.
 */
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limit } from '../config/limits.ts';
import type { Counter } from './counter.ts';

export const makeWindowInMemory = (name: string, limit: Limit): Counter => counterOf(memoryOf(name, limit));

export const makeSharedWindow = (name: string, limit: Limit, client: Redis): Counter =>
  counterOf(
    new RateLimiterRedis({
      storeClient: client,
      rejectIfRedisNotReady: true,
      points: limit.points,
      duration: limit.seconds,
      keyPrefix: `limit:${name}`,
      inMemoryBlockOnConsumed: limit.points,
      insuranceLimiter: memoryOf(name, limit),
    }),
  );

const memoryOf = (name: string, { points, seconds }: Limit): RateLimiterMemory =>
  new RateLimiterMemory({ points, duration: seconds, keyPrefix: name });

const counterOf = (limiter: RateLimiterAbstract): Counter => ({
  take: async (key, points) => {
    try {
      await limiter.consume(key, points);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
      throw refusal;
    }
  },
  forget: async (key) => {
    await limiter.delete(key);
  },
});
