/**
 * Results as the job leaves them in Redis: a hash a game with `revision`, `engineVersion`, `hash` and the packed bytes, replaced only by
 * what is newer. A cache: where it is away, or holds what cannot be read, the answer is null and PostgreSQL is asked.
 */
import { zstdDecompressSync } from 'node:zlib';
import type { GameResult } from '@bball/engine';
import type { Redis } from './connection.ts';

export type LiveCache = { readonly result: (gameId: string) => Promise<GameResult | null> };

export const makeLiveCache = (redis: Pick<Redis, 'ask'>): LiveCache => ({
  result: (gameId) =>
    redis.ask(async (client) => {
      const bytes = await client.hgetBuffer(`game:${gameId}`, 'bytes');
      return bytes === null ? null : (JSON.parse(zstdDecompressSync(bytes).toString()) as GameResult);
    }, null),
});
