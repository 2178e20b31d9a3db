/**
 * A read replica, for reads that may be a second old: never for rights, heads of logs, or what is compared with them.
 * Invariant: what is read from it while it is fresh stood in the primary at most `oldestMs` ago. It is fresh that long after the
 * primary was asked how far it is, if the replica has come that far; paused, behind, away or promoted, it is not, and the primary answers.
 */
import type { Pool } from 'pg';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';

export type Replica = {
  readonly database: Database;
  readonly isFresh: () => boolean;
  readonly close: () => Promise<void>;
};

type Deps = DatabaseOptions & {
  readonly primary: Pick<Pool, 'query'>;
  readonly monotonicMs: () => number;
};

const oldestMs = 1_000;
const askMs = 250;
/** One that hangs is given up, and the primary asked. */
const answerWithinMs = 2_000;
/** After no answer: nobody waits for it. */
const awayMs = 2_000;

export const openReplica = async ({ primary, monotonicMs, ...options }: Deps): Promise<Replica> => {
  const database = openDatabase({ ...options, answerWithinMs });
  let freshUntilMs = Number.NEGATIVE_INFINITY;
  let isClosed = false;
  let timer: NodeJS.Timeout | null = null;

  const ask = async (): Promise<void> => {
    const askedAtMs = monotonicMs();
    const { rows: at } = await primary.query<{ lsn: string }>('select pg_current_wal_lsn() as lsn');
    const { rows } = await database.pool.query<{ has_come: boolean }>(
      'select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1::pg_lsn as has_come',
      [at[0]?.lsn],
    );
    if (rows[0]?.has_come === true) freshUntilMs = askedAtMs + oldestMs;
  };

  const askAgain = async (): Promise<void> => {
    const waitMs = await ask().then(
      () => askMs,
      (error: Error) => {
        options.onError(error);
        return awayMs;
      },
    );
    if (!isClosed) timer = setTimeout(() => void askAgain(), waitMs);
  };
  await askAgain();

  return {
    database,
    isFresh: () => monotonicMs() < freshUntilMs,
    close: async () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await database.close();
    },
  };
};

type Reads = { readonly [name: string]: (...args: never[]) => Promise<unknown> };

/** The same reads, from the replica where it is fresh and answers, else from the primary. */
export const preferringReplica = <Repository extends Reads>(
  primary: Repository,
  replica: { readonly reads: Repository; readonly isFresh: () => boolean },
): Repository => {
  const read =
    (name: keyof Repository) =>
    async (...args: never[]): Promise<unknown> => {
      if (!replica.isFresh()) return primary[name]!(...args);
      // Whatever goes wrong there (it went away, its replay cancelled the query): the primary knows.
      return replica.reads[name]!(...args).catch(() => primary[name]!(...args));
    };
  return Object.fromEntries(Object.keys(primary).map((name) => [name, read(name)])) as Repository;
};
