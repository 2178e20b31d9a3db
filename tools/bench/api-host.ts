/** The API as `npm start` builds it, on a free port over a database of its own, without the limits that protect it from such a load. */
import { randomBytes } from 'node:crypto';
import { startApi } from '@bball/api/composition';
import { type Config, readConfig } from '@bball/api/config';
import { makeLogger } from '@bball/api/logger';
import pg from 'pg';
import { addressOf } from './database-address.ts';

const folder = process.env.DATA_DIR;
if (folder === undefined) throw new Error('DATA_DIR says where the data go');

const config = readConfig({ PORT: '0', DATA_DIR: folder, DEMO: 'off', LOG_LEVEL: 'error' }, folder);
const unlimited = Object.fromEntries(
  Object.entries(config.limits).map(([name, limit]) => [name, { ...limit, points: 100_000_000 }]),
) as Config['limits'];
const api = await startApi({ ...config, metricsPort: null, limits: unlimited }, makeLogger({ level: 'error' }), {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  randomBytes: (count) => randomBytes(count),
});

/** No mail is read here: whoever registered is believed. */
const believe = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: addressOf(folder) });
  await client.connect();
  await client.query('update users set email_verified_at = now() where email_verified_at is null');
  await client.end();
};

process.on('message', (message) => {
  if (message === 'believe') void believe().then(() => process.send?.({ believed: true }));
});
process.on('disconnect', () => void api.stop().then(() => process.exit(0)));
process.send?.({ url: api.url, databaseUrl: addressOf(folder) });
