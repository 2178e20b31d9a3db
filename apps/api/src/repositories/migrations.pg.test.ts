import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '@bball/test-kit';
import pg from 'pg';
import { type Migration, migrate, migrationsFolder, readMigrations } from './migrations.ts';

const database = await testDatabase();
after(() => database.close());
const landed = await readMigrations(migrationsFolder);
const extra = (sql: string, checksum = 'c'.repeat(64)): Migration => ({ name: '9999_extra', sql, checksum });

const withClient = async <Value>(work: (client: pg.Client) => Promise<Value>): Promise<Value> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

test('an up-to-date database is left alone', async () => {
  assert.deepEqual(await withClient((client) => migrate(client, landed)), []);
});

test('a migration that fails leaves nothing behind, and the next start may try again', async () => {
  const broken = extra('create table half (id int); select 1/0;');
  await assert.rejects(
    withClient((client) => migrate(client, [...landed, broken])),
    /Migration 9999_extra failed: division by zero/,
  );
  const { rows } = await database.pool.query("select to_regclass('half') as half");
  assert.deepEqual(rows, [{ half: null }]);
});

test('two starts at once apply a migration once', async () => {
  const both = await Promise.all(
    [1, 2].map(() => withClient((client) => migrate(client, [...landed, extra('create table whole (id int)')]))),
  );
  assert.deepEqual(both.flat(), ['9999_extra']);
});

test('an edited migration and a newer database stop the start', async () => {
  const edited = extra('create table whole (id bigint)', 'd'.repeat(64));
  await assert.rejects(
    withClient((client) => migrate(client, [...landed, edited])),
    /9999_extra was edited after it had been applied/,
  );
  await assert.rejects(
    withClient((client) => migrate(client, landed)),
    /does not know: it is newer/,
  );
});

test('what was applied stands in the form that Prisma reads', async () => {
  const { rows } = await database.pool.query(
    'select migration_name, applied_steps_count, finished_at is not null as finished, rolled_back_at from _prisma_migrations order by migration_name',
  );
  assert.deepEqual(rows[0], {
    migration_name: '0001_accounts',
    applied_steps_count: 1,
    finished: true,
    rolled_back_at: null,
  });
});
