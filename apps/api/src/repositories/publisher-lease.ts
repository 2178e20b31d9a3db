/**
 * Who publishes: one row, held for 3 s at a time by the database's clock (K-3). Not an advisory lock: a stopped process would keep
 * that as long as its connection looks alive. Two that both believe to lead only repeat themselves (K-4).
 */
import pg, { type Pool } from 'pg';

/** Longer than this and a renewal is given up: the next one has a fresh connection. */
const patienceMs = 1_000;

type LeasePoolOptions = {
  readonly url: string;
  readonly role: string | null;
  readonly onError: (error: Error) => void;
};

/** One connection for the lease alone: whatever fills the other pools, it is renewed in time. */
export const openLeasePool = ({ url, role, onError }: LeasePoolOptions): Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    options: `-c statement_timeout=${patienceMs} -c synchronous_commit=off${role === null ? '' : ` -c role=${role}`}`,
  });
  pool.on('error', onError);
  return pool;
};

export type PublisherLease = ReturnType<typeof makePublisherLease>;

export const makePublisherLease = (pool: Pool) => ({
  /** Takes or renews it; false: somebody else holds it. */
  hold: async (holder: string): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `update publisher_lease set holder = $1, held_until = now() + interval '3 seconds'
       where id = 1 and (holder = $1 or held_until < now())`,
      [holder],
    );
    return rowCount === 1;
  },

  /** Takes it from whoever holds it: for a process that knows to be alone on its database. */
  seize: async (holder: string): Promise<void> => {
    await pool.query(`update publisher_lease set holder = $1, held_until = now() + interval '3 seconds' where id = 1`, [
      holder,
    ]);
  },

  free: async (holder: string): Promise<void> => {
    await pool.query(
      `update publisher_lease set holder = null, held_until = '-infinity' where id = 1 and holder = $1`,
      [holder],
    );
  },
});
