/** Which season a game counts for, as the stream asks it: often, and about the same games. */
import type { Pool } from 'pg';

const rememberedGames = 10_000;
const rememberedMs = 60_000;

/** null: a friendly, or no such game. An answer may be a minute old. */
export const makeSeasonsOfGames = (pool: Pick<Pool, 'query'>, monotonicMs: () => number) => {
  const known = new Map<string, { readonly seasonId: string | null; readonly atMs: number }>();
  return async (gameId: string): Promise<string | null> => {
    const remembered = known.get(gameId);
    if (remembered !== undefined && monotonicMs() - remembered.atMs < rememberedMs) return remembered.seasonId;
    const { rows } = await pool.query<{ season_id: string | null }>('select season_id from games where id = $1', [
      gameId,
    ]);
    const seasonId = rows[0]?.season_id ?? null;
    if (known.size >= rememberedGames) known.clear();
    known.set(gameId, { seasonId, atMs: monotonicMs() });
    return seasonId;
  };
};
