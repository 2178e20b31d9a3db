/** The job over a backlog of a million events in one slot: beside the same job whose engine only gives back, and with more games at once. */

import { migrate, migrationsFolder, readMigrations } from '@bball/api/migrations';
import { databaseUrl } from '@bball/stack/addresses';
import { jobJar } from '@bball/stack/install';
import pg from 'pg';
import { median } from '../measure.ts';
import type { Row } from '../report.ts';
import { type Backlog, writeBacklog } from './backlog.ts';
import { type BenchStack, startStack } from './bench-stack.ts';
import { identityJar } from './identity-jar.ts';
import { type JobRun, runJob } from './job-run.ts';

const rounds = 3;
const many: Backlog = { games: 2_000, events: 500, together: 2_000 };
const all: Backlog = { games: 10_000, events: 40, together: 10_000 };
const few: Backlog = { ...all, together: 400 };
const mostMemoryMb = 700;

const eventsOf = ({ games, events }: Backlog): number => games * events;

/** Without an API process nobody else brings the database up to date. */
const makeTables = async ({ place }: BenchStack): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl(place) });
  await client.connect();
  await migrate(client, await readMigrations(migrationsFolder));
  await client.end();
};

const rateOf = (runs: readonly JobRun[]): number => median(runs.map(({ perSecond }) => perSecond));

const againstIdentity = async (stack: BenchStack): Promise<Row> => {
  await writeBacklog(stack.place, many);
  const [engine, identity]: JobRun[][] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    engine!.push(await runJob(stack, jobJar(), eventsOf(many)));
    identity!.push(await runJob(stack, identityJar(), eventsOf(many)));
  }
  const [rate, bare] = [rateOf(engine!), rateOf(identity!)];
  return {
    what: 'the job, a backlog of 1,000,000 events of 2,000 games, one slot',
    value: rate,
    unit: 'events/s',
    against: { what: 'an engine that only gives back', value: bare },
    aim: { says: '≥ 60 %, ≥ 30,000/s', isMet: rate >= 0.6 * bare && rate >= 30_000 },
  };
};

const againstFew = async (stack: BenchStack): Promise<readonly Row[]> => {
  const runs = new Map<Backlog, JobRun[]>([
    [all, []],
    [few, []],
  ]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [backlog, measured] of runs) {
      await writeBacklog(stack.place, backlog);
      measured.push(await runJob(stack, jobJar(), eventsOf(backlog)));
    }
  }
  const [rate, bare] = [rateOf(runs.get(all)!), rateOf(runs.get(few)!)];
  const memory = Math.max(...runs.get(all)!.map(({ memoryMb }) => memoryMb));
  return [
    {
      what: '10,000 games at once in one slot, 40 events each',
      value: rate,
      unit: 'events/s',
      against: { what: '400 at once', value: bare },
      aim: { says: '≥ 70 %', isMet: rate >= 0.7 * bare },
    },
    {
      what: 'its TaskManager, resident at most',
      value: memory,
      unit: 'MB',
      against: null,
      aim: { says: '< 700 MB', isMet: memory < mostMemoryMb },
    },
  ];
};

export const throughputRows = async (folder: string): Promise<readonly Row[]> => {
  const stack = await startStack(folder, ['postgres', 'redis', 'kafka', 'topics', 'jobmanager', 'taskmanager']);
  try {
    await makeTables(stack);
    return [await againstIdentity(stack), ...(await againstFew(stack))];
  } finally {
    await stack.stop();
  }
};
