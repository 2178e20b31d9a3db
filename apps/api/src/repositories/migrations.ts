/**
 * Applies the SQL of `prisma/migrations` in the order of its folders, each in one transaction, under one advisory lock.
 * Invariants: a migration that landed is never edited (its checksum is kept); forward only; what was applied stands in
 * `_prisma_migrations`, in the form that Prisma's own tools read.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client, PoolClient } from 'pg';

const lockKey = 7_201_203;

export const migrationsFolder = join(fileURLToPath(import.meta.url), '../../../prisma/migrations');

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

export const readMigrations = async (folder: string): Promise<readonly Migration[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

/**
 * Brings the database up to date and tells which migrations were new.
 * @throws when a landed migration was edited, or the database is newer than this program.
 */
export const migrate = async (
  client: Client | PoolClient,
  migrations: readonly Migration[],
): Promise<readonly string[]> => {
  await client.query('select pg_advisory_lock($1)', [lockKey]);
  try {
    await client.query(createTable);
    const landed = await landedMigrations(client);
    const fresh = migrations.filter(({ name }) => !landed.has(name));
    assertUnedited(migrations, landed);
    for (const migration of fresh) await apply(client, migration);
    return fresh.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
  }
};

const createTable = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

const landedMigrations = async (client: Client | PoolClient): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
};

const assertUnedited = (migrations: readonly Migration[], landed: ReadonlyMap<string, string>): void => {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of landed) {
    if (!known.has(name))
      throw new Error(`The database has migration ${name}, which this program does not know: it is newer.`);
    if (known.get(name) !== checksum)
      throw new Error(`Migration ${name} was edited after it had been applied. Put the change into a new one.`);
  }
};

const apply = async (client: Client | PoolClient, { name, sql, checksum }: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
};
