/**
 * What one process has read, for the others, for some seconds. The time that a value has left is told by the clock of Redis, so the clocks of
 * the processes need not agree, and a Redis that slept or restarted has let it run out meanwhile.
 * Invariant: no value outlives the time it was given, whoever keeps it on.
 */
import type { Redis } from './connection.ts';

export type Shared<Value> = {
  readonly find: (key: string) => Promise<{ readonly value: Value; readonly leftMs: number } | null>;
  readonly keep: (key: string, value: Value, forMs: number) => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
};

/** @param kind with the number of its shape: `session/1`; another shape gets another number, for releases that run side by side */
export const makeShared = <Value>(redis: Pick<Redis, 'ask'>, kind: string): Shared<Value> => ({
  find: (key) =>
    redis.ask(async (client) => {
      const [[, text] = [], [, leftMs] = []] =
        (await client.multi().get(`${kind}:${key}`).pttl(`${kind}:${key}`).exec()) ?? [];
      if (typeof text !== 'string' || typeof leftMs !== 'number' || leftMs <= 0) return null;
      return { value: JSON.parse(text) as Value, leftMs };
    }, null),
  keep: async (key, value, forMs) => {
    if (forMs >= 1)
      await redis.ask((client) => client.set(`${kind}:${key}`, JSON.stringify(value), 'PX', Math.floor(forMs)), null);
  },
  drop: async (key) => {
    await redis.ask((client) => client.del(`${kind}:${key}`), null);
  },
});
