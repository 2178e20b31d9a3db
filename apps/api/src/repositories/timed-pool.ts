/** A pool whose own queries are timed, the wait for a connection included. Prisma keeps the plain one: it times itself. */
import type { Pool } from 'pg';

type Query = (...args: readonly unknown[]) => Promise<unknown>;

export const timed = (pool: Pool, monotonicMs: () => number, onQuery: (durationMs: number) => void): Pool => {
  const query = pool.query.bind(pool) as unknown as Query;
  const timedQuery: Query = async (...args) => {
    const startedAtMs = monotonicMs();
    try {
      return await query(...args);
    } finally {
      onQuery(monotonicMs() - startedAtMs);
    }
  };
  return Object.create(pool, { query: { value: timedQuery }, connect: { value: pool.connect.bind(pool) } }) as Pool;
};
