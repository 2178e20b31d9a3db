/** One API process: events appended and handed on, until nothing waits in the outbox, beside the embedded profile that folds them itself. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { eventsPerSecond } from '../append-http.ts';
import { startHost } from '../child.ts';
import { type ApiHost, makeLeague } from '../league.ts';
import { median } from '../measure.ts';
import type { Row } from '../report.ts';
import { startStack } from './bench-stack.ts';

const rounds = 3;
const together = 32;
const games = together / 2;
const seconds = 5;
const drainedWithinMs = 60_000;

const untilPublished = async ({ answer: { databaseUrl } }: ApiHost): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const deadline = performance.now() + drainedWithinMs;
    while ((await client.query('select 1 from outbox limit 1')).rowCount !== 0) {
      if (performance.now() > deadline) throw new Error('the outbox did not get empty');
      await pause(10);
    }
  } finally {
    await client.end();
  }
};

const perSecond = async (host: ApiHost): Promise<number> => {
  const league = await makeLeague(host, games);
  await untilPublished(host);
  const startedAt = performance.now();
  const rate = await eventsPerSecond(host, league, { together, batch: 1, seconds });
  const appendedMs = performance.now() - startedAt;
  await untilPublished(host);
  return (rate * appendedMs) / (performance.now() - startedAt);
};

export const publishRows = async (folder: string): Promise<readonly Row[]> => {
  const stack = await startStack(folder, ['postgres', 'redis', 'kafka', 'topics', 'api-1']);
  const dataFolder = join(folder, `embedded-${process.pid}`);
  const embedded: ApiHost = await startHost('api-host.ts', { DATA_DIR: dataFolder });
  try {
    const [far, near]: number[][] = [[], []];
    await perSecond(stack.host('api-1'));
    await perSecond(embedded);
    for (let round = 0; round < rounds; round += 1) {
      far!.push(await perSecond(stack.host('api-1')));
      near!.push(await perSecond(embedded));
    }
    const [there, here] = [median(far!), median(near!)];
    return [
      {
        what: 'one API process: appended and published to Kafka, 32 connections',
        value: there,
        unit: 'events/s',
        against: { what: 'embedded profile', value: here },
        aim: { says: '≥ 70 %', isMet: there >= 0.7 * here },
      },
    ];
  } finally {
    await embedded.stop();
    rmSync(dataFolder, { recursive: true, force: true });
    await stack.stop();
  }
};
