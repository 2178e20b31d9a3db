/** A stack of the benchmark's own, with the parts that a row needs, in a folder and on ports of its own. */
import { join } from 'node:path';
import { databaseUrl } from '@bball/stack/addresses';
import { type PartName, parts } from '@bball/stack/parts';
import type { Place } from '@bball/stack/place';
import { runningOf } from '@bball/stack/process-file';
import { startOwnStack } from '@bball/stack/testing/own-stack';
import pg from 'pg';
import type { ApiHost } from '../league.ts';

/** Beside a stack in use, those of tests and that of chaos. */
const shift = 1_700;

export type BenchStack = {
  readonly place: Place;
  readonly pidOf: (part: PartName) => number;
  /** An API process, as the harness of the other rows knows it. */
  readonly host: (part: 'api-1' | 'api-2') => ApiHost;
  readonly stop: () => Promise<void>;
};

/** No mail is read here: whoever registered is believed. */
const believe = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('update users set email_verified_at = now() where email_verified_at is null');
  await client.end();
};

export const startStack = async (folder: string, needed: readonly PartName[]): Promise<BenchStack> => {
  const without = parts.map(({ name }) => name).filter((name) => !needed.includes(name));
  const { place, stop } = await startOwnStack({ folder: join(folder, 'stack'), shift, without });
  return {
    place,
    pidOf: (part) => {
      const running = runningOf(place.folder, part);
      if (running === null) throw new Error(`${part} does not run`);
      return running.pid;
    },
    host: (part) => ({
      answer: { url: `http://127.0.0.1:${place.port(part)}`, databaseUrl: databaseUrl(place) },
      ask: () => believe(databaseUrl(place)),
      stop: async () => {},
    }),
    stop,
  };
};
