/** The live games that the demo played, newest first, so that a restart goes on and old ones go. */
import type { Pool } from 'pg';

export type DemoGame = { readonly gameId: string; readonly n: number; readonly isOver: boolean };

export type DemoGames = ReturnType<typeof makeDemoGames>;

export const makeDemoGames = (pool: Pool) => ({
  /** Empty of people, or seeded by the demo before: nowhere else is anything made up. */
  isDemoDatabase: async (leagueId: string): Promise<boolean> => {
    const { rows } = await pool.query<{ is_demo: boolean }>(
      'select exists (select from leagues where id = $1) or not exists (select from users) as is_demo',
      [leagueId],
    );
    return rows[0]!.is_demo;
  },

  live: async (): Promise<readonly DemoGame[]> => {
    const { rows } = await pool.query<{ game_id: string; n: number; is_over: boolean }>(
      'select game_id, n, is_over from demo_games order by n desc',
    );
    return rows.map((row) => ({ gameId: row.game_id, n: row.n, isOver: row.is_over }));
  },

  add: async (gameId: string): Promise<void> => {
    await pool.query('insert into demo_games (game_id) values ($1)', [gameId]);
  },

  markOver: async (gameId: string): Promise<void> => {
    await pool.query('update demo_games set is_over = true where game_id = $1', [gameId]);
  },

  /** The game's row and what hangs on it; its log is forgotten before. */
  remove: async (gameId: string): Promise<void> => {
    await pool.query('delete from games where id = $1', [gameId]);
  },
});
