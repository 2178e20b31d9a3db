/** The whole API on a free port over its own database: the same composition as `npm start`, with every answer checked against its contract. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Api, startApi } from '@bball/api/composition';
import { type Config, readConfig } from '@bball/api/config';
import { makeLogger } from '@bball/api/logger';
import { requireSuffix } from './suffix.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { makeTestUser, type TestUser, type TestUserOptions } from './test-user.ts';

export type TestApi = Api & {
  readonly database: TestDatabase;
  readonly config: Config;
  /** A user who is signed in; `fetch(url, { headers: user.headers })`. */
  readonly newUser: (options?: TestUserOptions) => Promise<TestUser>;
  /** Every line that was logged, as text. */
  readonly logLines: readonly string[];
};

export type TestApiOptions = {
  /** Changes to the configuration of a test: no demo, no metrics port, generous limits. */
  readonly config?: (config: Config) => Config;
  /** The wall clock; moved by hand where a test needs tomorrow. */
  readonly nowMs?: () => number;
  readonly logLevel?: string;
  /** Another process of the same installation: its database and its keys. It must stop before that one. */
  readonly beside?: TestApi;
};

export const startTestApi = async (options: TestApiOptions = {}): Promise<TestApi> => {
  requireSuffix('startTestApi()', ['.pg', '.stack']);
  const { beside } = options;
  const database = beside?.database ?? (await testDatabase());
  const dataFolder = beside?.config.dataFolder ?? mkdtempSync(join(tmpdir(), 'bball-test-data-'));
  const plain: Config = {
    ...readConfig({ PORT: '0', DATABASE_URL: database.url, DATA_DIR: dataFolder, DEMO: 'off' }, dataFolder),
    metricsPort: null,
  };
  const generous: Config = {
    ...plain,
    http: { ...plain.http, checksAnswers: true },
    limits: withoutLimits(plain.limits),
  };
  const config = options.config?.(generous) ?? generous;
  const logLines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logLines.push(
        ...chunk
          .toString('utf8')
          .split('\n')
          .filter((line) => line !== ''),
      );
      done();
    },
  });
  const log = makeLogger({ level: options.logLevel ?? 'debug', destination });
  const api = await startApi(config, log, {
    nowMs: options.nowMs ?? (() => Date.now()),
    monotonicMs: () => performance.now(),
    randomBytes: (count) => randomBytes(count),
  });
  return {
    ...api,
    database,
    config,
    logLines,
    newUser: (options) => makeTestUser(api.parts, options),
    stop: async () => {
      await api.stop();
      if (beside !== undefined) return;
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

const withoutLimits = (limits: Config['limits']): Config['limits'] =>
  Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, { ...limit, points: 1_000_000 }]),
  ) as Config['limits'];
