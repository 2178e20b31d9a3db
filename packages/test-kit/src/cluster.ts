/**
 * The PostgreSQL that all test files of this working copy share: a running server by TEST_DATABASE_URL first, else one of our own in the
 * system's folder for temporary files. It is fast because it is allowed to forget; a caretaker stops it once nobody uses it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCluster } from '@bball/api/postgres';
import pg from 'pg';
import { withLock } from './lock.ts';

/** Keeps the cluster alive while it is open; may make and drop databases. */
export type Hold = { readonly admin: pg.Client; readonly urlOf: (database: string) => string };

const here = fileURLToPath(import.meta.url);

export const clusterFolder = (): string => {
  const key = createHash('sha256').update(`${userInfo().uid}:${here}`).digest('hex').slice(0, 8);
  const folder = join(tmpdir(), `bball-test-postgres-${key}`);
  mkdirSync(folder, { recursive: true });
  return folder;
};

export const lockOf = (folder: string): string => join(folder, 'lock');

/** Settings of a database that may be lost. */
export const forgetful = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
];

export const holdCluster = async (serverUrl: string | undefined): Promise<Hold> => {
  if (serverUrl !== undefined && serverUrl !== '') {
    const withDatabase = (database: string): string =>
      Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;
    return { admin: await connect(serverUrl), urlOf: withDatabase };
  }
  const folder = clusterFolder();
  return withLock(lockOf(folder), async () => {
    const cluster = await startCluster({ folder, settings: forgetful });
    const admin = await connect(cluster.urlOf('postgres'));
    if (!cluster.wasRunning) {
      await dropLeftovers(admin);
      appointCaretaker(folder);
    }
    return { admin, urlOf: cluster.urlOf };
  });
};

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'bball-test',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
};

/** Databases of runs that were killed. */
const dropLeftovers = async (admin: pg.Client): Promise<void> => {
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname like 'test\\_%'",
  );
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
};

const appointCaretaker = (folder: string): void => {
  spawn(process.execPath, [join(here, '../caretaker.ts'), folder], { detached: true, stdio: 'ignore' }).unref();
};
