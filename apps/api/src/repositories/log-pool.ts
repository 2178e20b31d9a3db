/**
 * The connections of the log: the append and what feeds on it. Apart from the others, so that a slow report never keeps a play waiting,
 * and with the append's own timeouts (A-5).
 */
import pg from 'pg';

/** More requests than this wait for a connection: the next is told to come again (A-11). */
const longestQueue = 200;

export type LogPool = pg.Pool;

type LogPoolOptions = {
  readonly url: string;
  readonly size: number;
  readonly role: string | null;
  /** `relaxed`: a commit is not waited for on disk. For what a lost commit only makes us do again: the outbox and results. */
  readonly durability: 'strict' | 'relaxed';
  readonly onError: (error: Error) => void;
};

export const openLogPool = ({ url, size, role, durability, onError }: LogPoolOptions): LogPool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    options: `-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000${durability === 'relaxed' ? ' -c synchronous_commit=off' : ''}${role === null ? '' : ` -c role=${role}`}`,
  });
  pool.on('error', onError);
  return pool;
};

export const isCrowded = (pool: Pick<LogPool, 'waitingCount'>): boolean => pool.waitingCount > longestQueue;
