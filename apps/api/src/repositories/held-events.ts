/** Events kept outside the log until a person decides. They come in and are admitted through `append_events`. */
import type { HeldEvent } from '@bball/contracts';
import type { GameEvent } from '@bball/engine';
import type { Pool } from 'pg';

export type HeldEvents = ReturnType<typeof makeHeldEvents>;

export const makeHeldEvents = (pool: Pool) => ({
  /** What waits, per device in the order of its making. */
  waiting: async (gameId: string): Promise<readonly HeldEvent[]> => {
    const { rows } = await pool.query<HeldRow>(
      `select body, code, held_at from held_events where game_id = $1 and state = 'held'
       order by held_at, device_id, device_seq limit 10000`,
      [gameId],
    );
    return rows.map(heldOf);
  },

  /** Those of `ids` that still wait, per device in the order of its making, with the hash they were stored under. */
  find: async (gameId: string, ids: readonly string[]): Promise<readonly { event: GameEvent; bodyHash: string }[]> => {
    const { rows } = await pool.query<{ body: GameEvent; hash: string }>(
      `select body, encode(body_hash, 'hex') as hash from held_events
       where game_id = $1 and id = any($2::uuid[]) and state = 'held' order by device_id, device_seq`,
      [gameId, ids],
    );
    return rows.map(({ body, hash }) => ({ event: body, bodyHash: hash }));
  },

  /** Refuses them for ever; answers which of them still waited. */
  discard: async (gameId: string, ids: readonly string[], principal: string): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ id: string }>(
      `update held_events set state = 'discarded', settled_by = $3, settled_at = now()
       where game_id = $1 and id = any($2::uuid[]) and state = 'held' returning id`,
      [gameId, ids, principal],
    );
    return rows.map(({ id }) => id);
  },
});

type HeldRow = { readonly body: GameEvent; readonly code: HeldEvent['code']; readonly held_at: Date };

const heldOf = ({ body, code, held_at }: HeldRow): HeldEvent => ({
  event: body,
  code,
  heldAt: held_at.toISOString() as HeldEvent['heldAt'],
});
