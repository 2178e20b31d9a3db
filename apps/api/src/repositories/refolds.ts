/**
 * Games whose whole log must be handed on again: results that lag behind their log or are of an older engine (K-8, K-9).
 * Invariant: the sweep alone makes every result reach the head of its log in the end (I-17); everything else is latency.
 */
import type { Pool } from 'pg';

export type Refolds = ReturnType<typeof makeRefolds>;

/** Why a game is parked: the engine threw on its log, or the broker does not take one of its records. */
export const parkedBecause = ['fold-failed', 'record-refused'] as const;
export type ParkedBecause = (typeof parkedBecause)[number];

export type DueRefold = { readonly gameId: string; readonly reason: string };

const mostTries = 5;

/** Two stored events claim one seq: the job drops what it has of the game (J-1). */
export const forked = 'log-forked';

const later = `now() + least(600, power(2, republish_requests.tries)) * interval '1 second'`;

export const makeRefolds = (pool: Pool) => ({
  /** Notes which engine runs from now on. */
  startRun: async (engineVersion: number): Promise<void> => {
    await pool.query('insert into engine_runs (engine_version) values ($1)', [engineVersion]);
  },

  /**
   * Asks for every game that lags since `lagMs` or was folded by an older engine than the running one: live games first, then the newest.
   * Answers how many.
   */
  sweep: async (lagMs: number): Promise<number> => {
    const { rowCount } = await pool.query(
      `insert into republish_requests (game_id, reason, due_at)
       select h.game_id, case when r.revision is null or h.last_seq > r.revision then 'behind' else 'older-engine' end,
         now() + (row_number() over (order by (h.status = 'open') desc, e.accepted_at desc) / 50) * interval '1 second'
       from game_heads h
       left join game_results r using (game_id)
       join game_events e on e.game_id = h.game_id and e.seq = h.last_seq
       where (coalesce(r.revision, 0) < h.last_seq and e.accepted_at <= now() - $1 * interval '1 millisecond')
         or r.engine_version < (select engine_version from engine_runs order by run_id desc limit 1)
       on conflict (game_id) do nothing`,
      [lagMs],
    );
    return rowCount ?? 0;
  },

  /** Asks for one game. A fork stays the reason until it is settled: only then is the job told to begin anew. */
  request: async (gameId: string, reason: string): Promise<void> => {
    await pool.query(
      `insert into republish_requests (game_id, reason) values ($1, $2) on conflict (game_id) do update
       set due_at = now(), reason = case republish_requests.reason when $3 then $3 else excluded.reason end`,
      [gameId, reason, forked],
    );
  },

  /** It cannot be handed on now: asked for again, ever later. */
  park: async (gameId: string, because: ParkedBecause): Promise<void> => {
    await pool.query(
      `insert into republish_requests (game_id, reason, tries, due_at) values ($1, $2, 1, now() + interval '1 second')
       on conflict (game_id) do update set reason = excluded.reason, tries = republish_requests.tries + 1, due_at = ${later}`,
      [gameId, because],
    );
  },

  due: async (limit: number): Promise<readonly DueRefold[]> => {
    const { rows } = await pool.query<{ game_id: string; reason: string }>(
      'select game_id, reason from republish_requests where due_at <= now() order by due_at limit $1',
      [limit],
    );
    return rows.map((row) => ({ gameId: row.game_id, reason: row.reason }));
  },

  done: async (gameId: string): Promise<void> => {
    await pool.query('delete from republish_requests where game_id = $1', [gameId]);
  },

  /** It did not work: again later, ever later. Answers whether somebody should be told. */
  failed: async (gameId: string): Promise<boolean> => {
    const { rows } = await pool.query<{ tries: number }>(
      `update republish_requests set tries = tries + 1, due_at = ${later} where game_id = $1 returning tries`,
      [gameId],
    );
    return (rows[0]?.tries ?? 0) > mostTries;
  },
});
