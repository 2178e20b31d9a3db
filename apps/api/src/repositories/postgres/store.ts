/**
 * The database that the configuration asks for. Embedded: the cluster in the data folder, held by one API at a time; the hold is a
 * lock of a database session, so it dies with its process, however that ends.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../../config/index.ts';
import { CannotStart } from './cannot-start.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { prepareDataFolder } from './data-folder.ts';

export type Store = { readonly url: string; readonly stop: () => Promise<void> };

export class AlreadyRunning extends CannotStart {
  constructor(folder: string) {
    super(
      `Basketball Tracker runs already with the data in ${folder}. Stop it first, or give this one another DATA_DIR and PORT.`,
    );
  }
}

/** @throws CannotStart where a person must do something first. */
export const openStore = async (config: Config): Promise<Store> => {
  prepareDataFolder(config.dataFolder);
  return config.database.kind === 'server'
    ? { url: config.database.url, stop: async () => {} }
    : openEmbedded(config.dataFolder);
};

const holdKey = 7_201_204;
const databaseName = 'bball';
const betweenTriesMs = 500;

const openEmbedded = async (folder: string): Promise<Store> => {
  const cluster = await startCluster({ folder });
  let hold = clientOf(cluster);
  try {
    await hold.connect();
    if (!(await takeHold(hold, cluster.wasRunning))) throw new AlreadyRunning(folder);
  } catch (error) {
    await hold.end();
    if (!cluster.wasRunning) await cluster.stop();
    throw error;
  }
  const { rowCount } = await hold.query('select 1 from pg_database where datname = $1', [databaseName]);
  if (rowCount === 0) await hold.query(`create database ${databaseName}`);

  let isStopping = false;
  const keepHold = (): void => {
    hold.once('end', async () => {
      while (!isStopping) {
        const next = await heldAgain(cluster);
        if (next === null) {
          await wait(betweenTriesMs);
          continue;
        }
        hold = next;
        keepHold();
        return;
      }
    });
  };
  keepHold();
  return {
    url: cluster.urlOf(databaseName),
    stop: async () => {
      isStopping = true;
      await cluster.stop();
      await hold.end().catch(() => {});
    },
  };
};

const clientOf = (cluster: Cluster): pg.Client => {
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres'), keepAlive: true });
  client.on('error', () => {});
  return client;
};

/** A database that crashed has forgotten who holds it, and one that was killed is gone: it is brought back and held again. */
const heldAgain = async (cluster: Cluster): Promise<pg.Client | null> => {
  const client = clientOf(cluster);
  try {
    await cluster.revive();
    await client.connect();
    if (await takeHold(client, true)) return client;
  } catch {
    // Not back yet.
  }
  await client.end().catch(() => {});
  return null;
};

/** After a kill -9 the old holder's session may live for an instant longer: asked a few times before it counts as held. */
const takeHold = async (client: pg.Client, mayLinger: boolean): Promise<boolean> => {
  for (let attempt = 0; attempt < (mayLinger ? 10 : 1); attempt += 1) {
    if (attempt > 0) await client.query('select pg_sleep(0.1)');
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [holdKey]);
    if (rows[0]?.held === true) return true;
  }
  return false;
};
