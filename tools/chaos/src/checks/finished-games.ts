/** Games that are over and were found sound: their results stay as they are, whatever happens later (I-17). */
import type { Pool } from 'pg';

type Row = { readonly game_id: string; readonly revision: number; readonly hash: string };

export type FinishedGames = {
  /** From now on these must stay. */
  readonly add: (gameIds: readonly string[]) => Promise<void>;
  readonly faults: () => Promise<readonly string[]>;
};

export const makeFinishedGames = (pool: Pool): FinishedGames => {
  const known = new Map<string, Row>();
  const read = async (gameIds: readonly string[]): Promise<readonly Row[]> =>
    (await pool.query<Row>('select game_id, revision, hash from game_results where game_id = any($1)', [gameIds])).rows;
  return {
    add: async (gameIds) => {
      for (const row of await read(gameIds)) known.set(row.game_id, row);
    },
    faults: async () => {
      const now = new Map((await read([...known.keys()])).map((row) => [row.game_id, row]));
      return [...known.values()].flatMap(({ game_id, revision, hash }) =>
        now.get(game_id)?.hash === hash && now.get(game_id)?.revision === revision
          ? []
          : [`${game_id.slice(-8)} I-17: the result of a game that was over has changed or is gone`],
      );
    },
  };
};
