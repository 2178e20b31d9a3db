/**
 * What was appended and not yet handed on, in the order of each game (K-1, K-2).
 * Invariants: rows are deleted one by one, by their own ids, and only after they were handed on; no cursor decides what is read,
 * since ids become visible out of order over games. `fromRowId` only spares dead rows (K-6).
 */
import type { GameEvent } from '@bball/engine';
import type { Pool } from 'pg';
import type { NumberedEvent } from './game-log.ts';

export type OutboxRow = { readonly rowId: string; readonly gameId: string; readonly event: NumberedEvent };

export type Outbox = ReturnType<typeof makeOutbox>;

export const makeOutbox = (pool: Pool) => ({
  read: async (limit: number, fromRowId: string, parked: readonly string[]): Promise<readonly OutboxRow[]> => {
    const { rows } = await pool.query<{ row_id: string; game_id: string; seq: number; body: GameEvent }>({
      name: 'read_outbox',
      text: `select o.row_id, o.game_id, o.seq, e.body
        from (select row_id, game_id, seq from outbox where row_id >= $2 and game_id <> all($3::uuid[]) order by row_id limit $1) o
        join game_events e using (game_id, seq) order by o.row_id`,
      values: [limit, fromRowId, parked],
    });
    return rows.map((row) => ({ rowId: row.row_id, gameId: row.game_id, event: { ...row.body, seq: row.seq } }));
  },

  remove: async (rowIds: readonly string[]): Promise<void> => {
    await pool.query({
      name: 'delete_outbox',
      text: 'delete from outbox where row_id = any($1::bigint[])',
      values: [rowIds],
    });
  },
});
