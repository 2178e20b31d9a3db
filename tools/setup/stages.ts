/** What `npm test` runs, in order: the cheap and telling first. Every row is one runner. */
import { inRoot } from './places.mjs';
import { testFiles, workspaces } from './test-files.ts';

export type Stage = {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Longer than this, and something hangs. */
  readonly limitMinutes: number;
  /** PostgreSQL runs while this stage does, its address in TEST_DATABASE_URL. */
  readonly database?: true;
  /** PostgreSQL with our tables, Redis and Kafka run while this stage does, their addresses in TEST_… variables. */
  readonly jobServers?: true;
};

const phone = 'apps/mobile';
const tool = (name: string, path: string): Stage => ({ name, program: 'node', args: [path], limitMinutes: 3 });

const nodeTests = (name: string, files: readonly string[], more: readonly string[] = []): Stage[] =>
  files.length === 0
    ? []
    : [
        {
          name,
          program: 'node',
          args: [
            '--test',
            '--test-concurrency=2',
            ...more,
            `--test-reporter=${inRoot('tools/setup/node-reporter.mjs')}`,
            ...files,
          ],
          limitMinutes: 25,
        },
      ];

/** These files share one stack, which is started before the first of them and ended after the last. */
const sharesStack = (path: string) => path.startsWith('e2e/acceptance/');
const oneStack = ['--test-concurrency=1', `--test-global-setup=${inRoot('e2e/acceptance/driver/shared-stack.ts')}`];

const ofAll = (needs: 'postgres' | 'stack') => workspaces.flatMap((folder) => testFiles(folder, needs));

export const stages = (): readonly Stage[] => [
  { name: 'lint', program: 'biome', args: ['ci', '--colors=off', '.'], limitMinutes: 5 },
  tool('architecture', 'tools/architecture/check.ts'),
  tool('spec-coverage', 'tools/spec-coverage/check.ts'),
  { name: 'typecheck', program: 'tsc', args: ['-p', '.'], limitMinutes: 10 },
  // Where there is a page, its types are: programs of their own.
  { name: 'typecheck e2e', program: 'tsc', args: ['-p', 'e2e'], limitMinutes: 5 },
  { name: `typecheck ${phone}`, program: 'tsc', args: ['-p', phone], limitMinutes: 10 },
  ...workspaces
    .filter((folder) => folder !== phone)
    .flatMap((folder) => nodeTests(folder, testFiles(folder, 'nothing'))),
  ...nodeTests('postgres', ofAll('postgres')).map((stage) => ({ ...stage, database: true as const })),
  {
    name: phone,
    program: 'jest',
    args: ['--ci', '--reporters=default', `--reporters=${inRoot('tools/setup/jest-reporter.cjs')}`],
    cwd: phone,
    limitMinutes: 10,
  },
  tool('export web', 'tools/setup/export.ts'),
  { ...tool('export ios and android', 'tools/setup/export-phones.ts'), limitMinutes: 10 },
  { name: 'java', program: 'node', args: ['tools/setup/java.ts'], limitMinutes: 8, jobServers: true },
  ...nodeTests(
    'stack',
    ofAll('stack').filter((path) => !sharesStack(path)),
  ),
  ...nodeTests('acceptance', ofAll('stack').filter(sharesStack), oneStack),
  // Some faults of the table under load; all of them take `npm run chaos -- --minutes 20`.
  {
    name: 'chaos',
    program: 'node',
    args: ['tools/chaos/src/main.ts', ...'--seed 1 --minutes 1.5 --games 6 --rate 12 --viewers 8'.split(' ')],
    limitMinutes: 8,
  },
];
