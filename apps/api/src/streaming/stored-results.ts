/**
 * What the job has stored, the newest of what Redis and PostgreSQL have: either may lag (L-3, L-5).
 * Invariant: Redis is believed between what PostgreSQL has and the end of the log; older it is stale, beyond the log it is of a lost timeline.
 */
import type { GameResult } from '@bball/engine';
import { isNewer } from '@bball/sync';
import type { GameResults } from '../repositories/game-results.ts';
import type { LiveCache } from '../repositories/redis/live-cache.ts';
import { type LiveStore, withoutStints } from './live-store.ts';

type Deps = { readonly results: Pick<GameResults, 'find' | 'standings'>; readonly cache: LiveCache };

export const makeStoredResults = ({ results, cache }: Deps): LiveStore => {
  const result = async (gameId: string): Promise<GameResult | null> => {
    const cached = await cache.result(gameId);
    // Asked after Redis, so that the log is at least as long as what the cached result is of.
    const [standing] = cached === null ? [] : await results.standings([gameId]);
    if (cached !== null && standing !== undefined && cached.revision <= standing.headSeq && !isNewer(standing, cached))
      return cached;
    const row = await results.find(gameId);
    return row === null ? null : (JSON.parse(row.bytes.toString()) as GameResult);
  };
  return {
    newest: async (gameId) => {
      const whole = await result(gameId);
      return whole === null ? null : withoutStints(whole);
    },
    result,
    standings: (gameIds) => results.standings(gameIds),
  };
};
