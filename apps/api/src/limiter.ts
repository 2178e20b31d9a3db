/**
 * Counts against the rows of `config.limits`, in memory (one process in the embedded profile).
 * `take` answers how long to wait when there is nothing left; the callers decide which key is counted.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitName, Limits } from './config/limits.ts';

export type Limiter = {
  /** Null when it passes, else the whole seconds to wait. */
  readonly take: (limit: LimitName, key: string, points?: number) => Promise<number | null>;
  /** What is left without taking any; for a check before costly work. */
  readonly wait: (limit: LimitName, key: string) => Promise<number | null>;
  readonly forget: (limit: LimitName, key: string) => Promise<void>;
};

export const makeLimiter = (limits: Limits): Limiter => {
  const counters = new Map(
    Object.entries(limits).map(([name, { points, seconds }]) => [
      name,
      new RateLimiterMemory({ points, duration: seconds, keyPrefix: name }),
    ]),
  );
  const counterOf = (name: LimitName): RateLimiterMemory => counters.get(name)!;
  return {
    take: async (name, key, points = 1) => {
      try {
        await counterOf(name).consume(key, points);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsUntil(refusal);
        throw refusal;
      }
    },
    wait: async (name, key) => {
      const state = await counterOf(name).get(key);
      return state !== null && state.remainingPoints <= 0 ? secondsUntil(state) : null;
    },
    forget: async (name, key) => {
      await counterOf(name).delete(key);
    },
  };
};

const secondsUntil = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
