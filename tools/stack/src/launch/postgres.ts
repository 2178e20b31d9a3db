import { existsSync, writeFileSync } from 'node:fs';
import { startCluster } from '@bball/api/postgres';
import { postgresBinaries } from '@bball/api/postgres-binaries';
import { runAs } from '@bball/api/run-as';
import pg from 'pg';
import { loopback } from '../addresses.ts';
import type { Place } from '../place.ts';
import { databaseName, postgresSettings } from '../settings/postgres.ts';
import type { Launcher } from './launch.ts';

/** The cluster is made by the API's own helper, so that both profiles have the same encoding and rules. */
const makeDatabase = async ({ folder, inFolder }: Place): Promise<void> => {
  if (existsSync(inFolder('database-made'))) return;
  const cluster = await startCluster({ folder });
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') });
  try {
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
    await cluster.stop();
  }
  writeFileSync(inFolder('database-made'), '');
};

export const launchPostgres: Launcher = async ({ place }) => {
  await makeDatabase(place);
  const { postgres } = await postgresBinaries();
  const as = await runAs(place.folder);
  const settings = {
    ...postgresSettings,
    listen_addresses: loopback,
    unix_socket_directories: '',
    port: String(place.port('postgres')),
  };
  const [program, args] = as.command(postgres, [
    '-D',
    place.inFolder('postgres'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const { uid, gid, cwd } = as.options;
  // SIGINT is its fast way down: open connections are cut. SIGTERM would wait for them.
  return { program, args, uid, gid, cwd, stopBy: 'SIGINT' };
};
