/** Started beside the shared test cluster: stops it once no test has been connected for a while, then ends. */
import { setTimeout as wait } from 'node:timers/promises';
import { startCluster } from '@bball/api/postgres';
import pg from 'pg';
import { lockOf } from './cluster.ts';
import { withLock } from './lock.ts';

const lookEveryMs = 5_000;
const idleLooks = 4;

const folder = process.argv[2]!;

const countUsers = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ users: string }>(
    "select count(*) as users from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  await client.end();
  return Number(rows[0]?.users ?? 0);
};

let idle = 0;
while (idle < idleLooks) {
  await wait(lookEveryMs);
  idle = await withLock(lockOf(folder), async () => {
    const cluster = await startCluster({ folder });
    const users = await countUsers(cluster.urlOf('postgres'));
    const next = users > 0 ? 0 : idle + 1;
    if (next === idleLooks || !cluster.wasRunning) {
      await cluster.stop();
      return idleLooks;
    }
    return next;
  }).catch(() => idleLooks);
}
