/** Who leads the publishers, by the lease in the database: looked at ten times a second, so that a takeover can be timed (K-3). */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

export type LeaseWatch = {
  /** Milliseconds from then until somebody else than the holder of then held the lease; null: the holder stayed. */
  readonly takenOverMs: (sinceMs: number) => number | null;
  readonly end: () => void;
};

const lookMs = 100;

type Look = { readonly holder: string | null; readonly atMs: number };

export const takeover = (looks: readonly Look[], sinceMs: number): number | null => {
  const before = looks.findLast(({ atMs, holder }) => atMs <= sinceMs && holder !== null);
  const next = looks.find(({ atMs, holder }) => atMs > sinceMs && holder !== null && holder !== before?.holder);
  return next === undefined ? null : next.atMs - sinceMs;
};

export const watchLease = (pool: Pool): LeaseWatch => {
  const looks: Look[] = [];
  let isEnded = false;
  const work = async (): Promise<void> => {
    while (!isEnded) {
      // PostgreSQL is one of the parts that are killed.
      await pool
        .query<{ holder: string | null }>(
          'select case when held_until > now() then holder end as holder from publisher_lease where id = 1',
        )
        .then(({ rows }) => {
          const holder = rows[0]?.holder ?? null;
          if (holder !== looks.at(-1)?.holder) looks.push({ holder, atMs: performance.now() });
        })
        .catch(() => {});
      await pause(lookMs);
    }
  };
  void work();
  return {
    takenOverMs: (sinceMs) => takeover(looks, sinceMs),
    end: () => {
      isEnded = true;
    },
  };
};
