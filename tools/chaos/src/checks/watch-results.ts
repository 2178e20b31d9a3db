/** Looks at the stored results all the time: (revision, engineVersion) of a game never falls (I-16). */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

export type ResultsWatch = { readonly faults: readonly string[]; readonly end: () => void };

const betweenMs = 500;

export const watchResults = (pool: Pool): ResultsWatch => {
  const faults: string[] = [];
  const seen = new Map<string, readonly [revision: number, engineVersion: number]>();
  let isEnded = false;
  const look = async (): Promise<void> => {
    const { rows } = await pool.query<{ game_id: string; revision: number; engine_version: number }>(
      'select game_id, revision, engine_version from game_results',
    );
    for (const { game_id, revision, engine_version } of rows) {
      const [before, version] = seen.get(game_id) ?? [0, 0];
      if (revision < before || (revision === before && engine_version < version))
        faults.push(`${game_id.slice(-8)} I-16: a result fell from ${before} to ${revision}`);
      seen.set(game_id, [revision, engine_version]);
    }
  };
  const work = async (): Promise<void> => {
    while (!isEnded) {
      // PostgreSQL is one of the parts that are killed.
      await look().catch(() => {});
      await pause(betweenMs);
    }
  };
  void work();
  return {
    faults,
    end: () => {
      isEnded = true;
    },
  };
};
