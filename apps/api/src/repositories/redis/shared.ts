/**
 * What one process has read, for the others, for some seconds from then on.
 * Invariants: no value outlives the time it was given, whoever takes it over. Its end is a moment of Redis's own clock, taken before the value
 * was read: so the clocks of the processes need not agree, and neither a Redis that slept nor a command that lay in a buffer makes it longer.
 */
import type { Redis } from './connection.ts';

export type Looked<Value> = {
  readonly known: { readonly value: Value; readonly leftMs: number } | null;
  /** Keeps what was read since this look. */
  readonly keep: (value: Value) => Promise<void>;
};

export type Shared<Value> = {
  readonly look: (key: string) => Promise<Looked<Value>>;
  readonly drop: (key: string) => Promise<void>;
};

/** @param kind with the number of its shape: `session/1`; another shape gets another number, for releases that run side by side */
export const makeShared = <Value>(redis: Pick<Redis, 'ask'>, kind: string, lastsMs: number): Shared<Value> => {
  const nameOf = (key: string): string => `${kind}:${key}`;
  return {
    look: (key) =>
      redis.ask(async (client): Promise<Looked<Value>> => {
        const answers = await client.multi().time().get(nameOf(key)).pttl(nameOf(key)).exec();
        const [time, text, leftMs] = (answers ?? []).map(([, answer]) => answer) as [number[], string | null, number];
        const endsAtMs = Math.floor(Number(time[0]) * 1000 + Number(time[1]) / 1000) + lastsMs;
        return {
          known: text === null || leftMs <= 0 ? null : { value: JSON.parse(text) as Value, leftMs },
          keep: async (value) => {
            await redis.ask((client) => client.set(nameOf(key), JSON.stringify(value), 'PXAT', endsAtMs), null);
          },
        };
      }, nothingKnown),
    drop: async (key) => {
      await redis.ask((client) => client.del(nameOf(key)), null);
    },
  };
};

const nothingKnown = { known: null, keep: async () => {} };
