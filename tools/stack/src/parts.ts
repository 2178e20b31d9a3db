/**
 * The parts of the stack as data: what runs, where it listens, what it waits for, which image stands for it in compose.yaml.
 * A part is a server that runs until it is stopped, or a task that runs until it has succeeded once.
 */
export type PartName =
  | 'postgres'
  | 'redis'
  | 'kafka'
  | 'topics'
  | 's3'
  | 'jobmanager'
  | 'taskmanager'
  | 'api-1'
  | 'api-2'
  | 'job'
  | 'balancer';

/** How a part shows that it can be used. */
export type Probe =
  | 'tcp'
  | 'none'
  /** By HTTP, with 200. */
  | { readonly path: string }
  /** By what its keeper notes in this file of the stack. */
  | { readonly note: string };

export type Part = {
  readonly name: PartName;
  readonly title: string;
  readonly kind: 'server' | 'task';
  /** The port others know it by, before any shift; null: nobody calls it. */
  readonly port: number | null;
  readonly probe: Probe;
  /** Started once all of these can be used. */
  readonly after: readonly PartName[];
  /** The image in compose.yaml; `build`: made here. */
  readonly image: string | { readonly build: string };
  /** The others do without it where it cannot be had. */
  readonly isOptional?: true;
  /** How long it gets for a clean end before it is killed. */
  readonly graceMs: number;
};

export const parts: readonly Part[] = [
  {
    name: 'postgres',
    title: 'PostgreSQL',
    kind: 'server',
    port: 25_432,
    probe: 'tcp',
    after: [],
    image: 'postgres:18.1',
    graceMs: 10_000,
  },
  {
    name: 'redis',
    title: 'Redis',
    kind: 'server',
    port: 26_379,
    probe: 'tcp',
    after: [],
    image: 'valkey/valkey:9.1',
    isOptional: true,
    graceMs: 5_000,
  },
  {
    name: 'kafka',
    title: 'Kafka',
    kind: 'server',
    port: 29_092,
    probe: 'tcp',
    after: [],
    image: 'apache/kafka:4.4.0',
    graceMs: 8_000,
  },
  {
    name: 'topics',
    title: 'topics of Kafka',
    kind: 'task',
    port: null,
    probe: 'none',
    after: ['kafka'],
    image: { build: 'apps/api/Dockerfile' },
    graceMs: 1_000,
  },
  {
    name: 's3',
    title: 'S3',
    kind: 'server',
    port: 27_070,
    probe: 'tcp',
    after: [],
    image: 'versity/versitygw:v1.8.0',
    graceMs: 3_000,
  },
  {
    name: 'jobmanager',
    title: 'Flink JobManager',
    kind: 'server',
    port: 28_081,
    probe: { path: '/overview' },
    // Its environment has the database's address, with a password that the first start makes.
    after: ['postgres'],
    image: { build: 'jobs/live-stats/Dockerfile' },
    graceMs: 5_000,
  },
  {
    name: 'taskmanager',
    title: 'Flink TaskManager',
    kind: 'server',
    port: null,
    probe: 'none',
    after: ['jobmanager'],
    image: { build: 'jobs/live-stats/Dockerfile' },
    graceMs: 5_000,
  },
  {
    name: 'api-1',
    title: 'API, first process',
    kind: 'server',
    port: 23_001,
    probe: { path: '/ready' },
    after: ['postgres', 'redis', 'topics'],
    image: { build: 'apps/api/Dockerfile' },
    graceMs: 15_000,
  },
  {
    name: 'api-2',
    title: 'API, second process',
    kind: 'server',
    port: 23_002,
    probe: { path: '/ready' },
    // The first one brings the database up to date and makes the keys that both sign with.
    after: ['api-1'],
    image: { build: 'apps/api/Dockerfile' },
    graceMs: 15_000,
  },
  {
    name: 'job',
    title: 'job of live statistics',
    kind: 'server',
    port: null,
    probe: { note: 'flink/job.json' },
    after: ['jobmanager', 'topics', 'api-1'],
    image: { build: 'jobs/live-stats/Dockerfile' },
    graceMs: 1_000,
  },
  {
    name: 'balancer',
    title: 'the app',
    kind: 'server',
    port: 3_000,
    probe: 'tcp',
    after: ['api-1'],
    image: 'nginx:1.29',
    graceMs: 2_000,
  },
];

/** Ports that are no part's face: known here so that nothing else takes them. */
export const innerPorts = {
  kafkaController: 29_093,
  kafkaSaslSsl: 29_094,
  flinkRpc: 28_123,
  flinkBlob: 28_124,
  metrics1: 9_471,
  metrics2: 9_472,
} as const;

export const partOf = (name: PartName): Part => {
  const found = parts.find((part) => part.name === name);
  if (found === undefined) throw new Error(`there is no part ${name}`);
  return found;
};

export const isPartName = (word: string): word is PartName => parts.some(({ name }) => name === word);
