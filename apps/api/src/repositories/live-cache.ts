/**
 * Results as the job leaves them in Redis: a hash a game with `revision`, `engineVersion`, `hash` and the packed bytes, replaced only by
 * what is newer. A cache: whatever is wrong with it, the answer is null and PostgreSQL is asked; nothing waits longer than the timeout.
 */
import { zstdDecompressSync } from 'node:zlib';
import type { GameResult } from '@bball/engine';
import { Redis } from 'ioredis';

export type LiveCache = {
  readonly result: (gameId: string) => Promise<GameResult | null>;
  readonly stop: () => void;
};

type Options = { readonly url: string; readonly onTrouble: (error: unknown) => void };

export const openLiveCache = ({ url, onTrouble }: Options): LiveCache => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: 250,
    connectTimeout: 1_000,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(2_000, times * 100),
  });
  redis.on('error', onTrouble);
  return {
    result: async (gameId) => {
      if (redis.status !== 'ready') return null;
      try {
        const bytes = await redis.hgetBuffer(`game:${gameId}`, 'bytes');
        return bytes === null ? null : (JSON.parse(zstdDecompressSync(bytes).toString()) as GameResult);
      } catch (error) {
        onTrouble(error);
        return null;
      }
    },
    stop: () => redis.disconnect(),
  };
};

export const noLiveCache: LiveCache = { result: async () => null, stop: () => {} };
