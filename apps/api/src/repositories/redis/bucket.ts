/** `draw` of limits/bucket.ts where all processes see it: by the clock of Redis, in one step. */
import type { Limit } from '../../config/limits.ts';
import type { Redis } from './connection.ts';

const drawScript = `
local emptyMs, perPointMs, taken = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
local after = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), nowMs) + taken * perPointMs
local waitMs = after - nowMs - emptyMs
if waitMs > 0 then return math.ceil(waitMs) end
redis.call('SET', KEYS[1], string.format('%.3f', after), 'PX', math.ceil(after - nowMs))
return 0`;

export type SharedBucket = {
  /** The ms to wait, 0 when it was taken; null when Redis does not answer. */
  readonly take: (key: string, points: number) => Promise<number | null>;
  readonly forget: (key: string) => Promise<void>;
};

export const makeSharedBucket = (redis: Pick<Redis, 'ask'>, name: string, { points, seconds }: Limit): SharedBucket => {
  const emptyMs = seconds * 1000;
  const keyOf = (key: string): string => `limit:${name}:${key}`;
  return {
    take: (key, taken) =>
      redis.ask(
        async (client) => Number(await client.eval(drawScript, 1, keyOf(key), emptyMs, emptyMs / points, taken)),
        null,
      ),
    forget: async (key) => {
      await redis.ask((client) => client.del(keyOf(key)), null);
    },
  };
};
