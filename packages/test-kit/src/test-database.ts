/** A fresh, migrated database for one test file: cloned from a template that is made once per set of migrations. */
import { createHash, randomBytes } from 'node:crypto';
import { apiRole } from '@bball/api/database';
import { type Migration, migrate, migrationsFolder, readMigrations } from '@bball/api/migrations';
import pg from 'pg';
import { type Hold, holdCluster } from './cluster.ts';
import { requireSuffix } from './suffix.ts';

export type TestDatabase = {
  readonly url: string;
  /** The role that the API works as: `openDatabase({ url, role, … })`. */
  readonly role: string | null;
  /** Works as the owner of the tables, so it may arrange and look at anything. */
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

export const testDatabase = async (): Promise<TestDatabase> => {
  requireSuffix('testDatabase()', ['.pg', '.stack']);
  const hold = await holdCluster(process.env.TEST_DATABASE_URL);
  const template = await templateOf(hold, await readMigrations(migrationsFolder));
  const name = `test_${randomBytes(8).toString('hex')}`;
  await hold.admin.query(`create database ${name} template ${template} strategy file_copy`);
  const url = hold.urlOf(name);
  const pool = new pg.Pool({ connectionString: url, max: 8, allowExitOnIdle: true });
  pool.on('error', () => {});
  return {
    url,
    role:
      (await hold.admin.query('select 1 from pg_roles where rolname = $1', [apiRole])).rowCount === 1 ? apiRole : null,
    pool,
    close: async () => {
      await pool.end();
      await hold.admin.query(`drop database if exists ${name} with (force)`);
      await hold.admin.end();
    },
  };
};

const templateLock = 7_201_205;

/** Made under another name and renamed when whole, so a half-made template is never cloned. */
const templateOf = async ({ admin, urlOf }: Hold, migrations: readonly Migration[]): Promise<string> => {
  const key = createHash('sha256')
    .update(migrations.map(({ name, checksum }) => `${name}:${checksum}`).join('\n'))
    .digest('hex')
    .slice(0, 16);
  const name = `template_${key}`;
  await admin.query('select pg_advisory_lock($1)', [templateLock]);
  try {
    if ((await admin.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1) return name;
    await admin.query(`drop database if exists ${name}_raw`);
    await admin.query(`create database ${name}_raw`);
    const client = new pg.Client({ connectionString: urlOf(`${name}_raw`) });
    await client.connect();
    try {
      await migrate(client, migrations);
    } finally {
      await client.end();
    }
    await admin.query(`alter database ${name}_raw rename to ${name}`);
    return name;
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [templateLock]);
  }
};
