/**
 * Who publishes: one row, held for 3 s at a time by the database's clock (K-3). Two that both believe to lead only repeat themselves (K-4).
 * Beside it lies a lock of the holder's session, and that is no more than a short cut: the lock of a process that was killed goes with its
 * connection, so the lease need not run out. The other way round nothing follows: a stopped process keeps its lock, and loses the lease.
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

/** Of nothing else in this database. */
const sessionLock = 7_201_206;

/** Whoever held the lease last has no session any more; or never had a lock, because another one was late to give it up. */
const isHolderGone = `not exists (
  select from pg_locks where locktype = 'advisory' and classid = 0 and objid = ${sessionLock} and granted
    and database = (select oid from pg_database where datname = current_database()))`;

/** @param pool of one connection, which is the session of the holder */
export const makePublisherLease = (pool: Pool) => ({
  /** Takes or renews it; false: somebody else holds it. */
  hold: async (holder: string): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `with held as (
         update publisher_lease set holder = $1, held_until = now() + interval '3 seconds'
         where id = 1 and (holder = $1 or held_until < now() or ${isHolderGone})
         returning id)
       select pg_try_advisory_lock(${sessionLock}) from held`,
      [holder],
    );
    if (rowCount !== 1) await pool.query('select pg_advisory_unlock_all()');
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
    await pool.query('select pg_advisory_unlock_all()');
  },
});
