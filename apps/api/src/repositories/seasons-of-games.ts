/** Which season a game counts for, as the stream asks it: often, and about the same games. */
import type { Pool } from 'pg';

const rememberedGames = 10_000;
const rememberedMs = 60_000;

/**
 * null: a friendly, no such game, or one to which the other side has not agreed: it counts for nothing until then, or anybody could
 * make up games of a season. An answer may be a minute old, but agreement is seen at once.
 */
export const makeSeasonsOfGames = (pool: Pick<Pool, 'query'>, monotonicMs: () => number) => {
  const known = new Map<string, { readonly seasonId: string | null; readonly atMs: number }>();
  return async (gameId: string): Promise<string | null> => {
    const remembered = known.get(gameId);
    if (remembered !== undefined && monotonicMs() - remembered.atMs < rememberedMs) return remembered.seasonId;
    const { rows } = await pool.query<{ season_id: string | null; is_accepted: boolean }>(
      'select season_id, away_accepted_at is not null as is_accepted from games where id = $1',
      [gameId],
    );
    const seasonId = rows[0]?.season_id ?? null;
    if (seasonId !== null && !rows[0]?.is_accepted) return null;
    if (known.size >= rememberedGames) known.clear();
    known.set(gameId, { seasonId, atMs: monotonicMs() });
    return seasonId;
  };
};
