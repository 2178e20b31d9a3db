/**
 * The database, twice over one pool: Prisma for most things, `pg` for the append and for hot reads.
 * Every connection works as the role `bball_api` where it exists, so that the audit can only grow.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { timed } from './timed-pool.ts';

export type Database = {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

/** Prisma's client, or the same inside a transaction. */
export type Rows = PrismaClient | Prisma.TransactionClient;

export type DatabaseOptions = {
  readonly url: string;
  readonly poolSize: number;
  readonly role: string | null;
  readonly onError: (error: Error) => void;
  /** Also where the server hangs and its own limit of 3 s means nothing; unless said, its answer is waited for. */
  readonly answerWithinMs?: number;
  /** Every query that was run, for the metric. */
  readonly timing?: {
    readonly monotonicMs: () => number;
    readonly onQuery: (durationMs: number, through: 'prisma' | 'pg') => void;
  };
};

export const apiRole = 'bball_api';

export const openDatabase = ({ url, poolSize, role, onError, answerWithinMs, timing }: DatabaseOptions): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    ...(answerWithinMs === undefined ? {} : { query_timeout: answerWithinMs }),
    options: `-c statement_timeout=3000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000${role === null ? '' : ` -c role=${role}`}`,
  });
  pool.on('error', onError);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { onPoolError: onError, onConnectionError: onError }),
    log: [{ level: 'query', emit: 'event' }],
  });
  if (timing !== undefined) prisma.$on('query', ({ duration }) => timing.onQuery(duration, 'prisma'));
  return {
    prisma,
    pool:
      timing === undefined ? pool : timed(pool, timing.monotonicMs, (durationMs) => timing.onQuery(durationMs, 'pg')),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
};

/** The role to work as: `bball_api` where the migrations could make it, else the owner (null). */
export const workingRole = async (client: pg.Client): Promise<string | null> => {
  const { rowCount } = await client.query(
    "select 1 from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')",
    [apiRole],
  );
  return rowCount === 1 ? apiRole : null;
};
