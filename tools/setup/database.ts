/** A PostgreSQL for one stage of the tests, in a folder that goes with it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '@bball/api/postgres';
import { forgetful } from '@bball/test-kit/cluster';

export const withDatabase = async <Value>(work: (url: string) => Promise<Value>): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-postgres-'));
  // As root the database runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder, settings: forgetful });
  try {
    return await work(cluster.urlOf('postgres'));
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
