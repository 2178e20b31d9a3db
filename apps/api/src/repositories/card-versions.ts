/** The versions of game cards: of the game and its two teams together. Triggers keep them; NOTIFY tells when one grew. */
import type { Pool } from 'pg';
import { listen } from './listen.ts';

export type CardVersions = ReturnType<typeof makeCardVersions>;

export const makeCardVersions = (pool: Pool, url: string, onError: (error: Error) => void) => ({
  of: async (gameIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const { rows } = await pool.query<{ id: string; version: number }>(
      `select g.id, (g.card_version + h.card_version + a.card_version)::int as version from games g
       join teams h on h.id = g.home_team_id join teams a on a.id = g.away_team_id where g.id = any($1::uuid[])`,
      [gameIds],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  },

  /** Calls back whenever some card grew. */
  listen: (heard: () => void): Promise<() => Promise<void>> => listen(url, 'card_changed', heard, onError),
});
