/**
 * Flink's settings. Without its shell scripts nothing works out the memory, so every component is said (and the JVM's flags with them).
 * The short heartbeats find a dead TaskManager in 5 s; a checkpoint outlives its job, so that a new JobManager goes on from it.
 */
export const flinkSettings = {
  'taskmanager.numberOfTaskSlots': '1',
  'parallelism.default': '1',
  'taskmanager.cpu.cores': '2',
  'taskmanager.memory.task.heap.size': '192m',
  'taskmanager.memory.task.off-heap.size': '128m',
  'taskmanager.memory.framework.heap.size': '64m',
  'taskmanager.memory.framework.off-heap.size': '64m',
  'taskmanager.memory.network.min': '16m',
  'taskmanager.memory.network.max': '16m',
  'taskmanager.memory.managed.size': '32m',
  'taskmanager.memory.jvm-metaspace.size': '192m',
  'taskmanager.memory.jvm-overhead.min': '128m',
  'taskmanager.memory.jvm-overhead.max': '128m',
  'heartbeat.interval': '1000',
  'heartbeat.timeout': '5000',
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': '2147483647',
  'restart-strategy.fixed-delay.delay': '500ms',
  'state.backend.type': 'hashmap',
  'execution.checkpointing.interval': '5s',
  'execution.checkpointing.min-pause': '2s',
  'execution.checkpointing.timeout': '60s',
  'execution.checkpointing.tolerable-failed-checkpoints': '1000',
  'execution.checkpointing.externalized-checkpoint-retention': 'RETAIN_ON_CANCELLATION',
  'execution.checkpointing.num-retained': '2',
  'execution.buffer-timeout.interval': '0ms',
  'cluster.io-pool.size': '4',
  'web.submit.enable': 'true',
  // Whoever asks for the numbers of a job gets those of now, not of ten seconds ago.
  'metrics.fetcher.update-interval': '1000',
} as const;

export type FlinkAddresses = {
  readonly bind: string;
  readonly jobManager: string;
  readonly rest: number;
  readonly rpc: number;
  readonly blob: number;
  /** Where checkpoints and uploaded jars lie. */
  readonly folder: string;
};

export const flinkAddressSettings = ({ bind, jobManager, rest, rpc, blob, folder }: FlinkAddresses) => ({
  'jobmanager.rpc.address': jobManager,
  'jobmanager.rpc.port': String(rpc),
  'jobmanager.bind-host': bind,
  'taskmanager.bind-host': bind,
  'blob.server.port': String(blob),
  'rest.address': jobManager,
  'rest.bind-address': bind,
  'rest.port': String(rest),
  'execution.checkpointing.dir': `file://${folder}/checkpoints`,
  'execution.checkpointing.savepoint-dir': `file://${folder}/savepoints`,
  'io.tmp.dirs': `${folder}/tmp`,
  'web.tmpdir': `${folder}/web`,
  'web.upload.dir': `${folder}/jars`,
});

/** Rows as `config.yaml`; every value is quoted, so none is taken for a number or a list. */
export const configYaml = (rows: { readonly [name: string]: string }): string =>
  Object.entries(rows)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');

const opens = ['java.util', 'java.lang', 'java.net', 'java.io', 'java.nio', 'java.time', 'java.util.concurrent'];

export const leanJvm = ['-XX:+UseSerialGC', '-Xss256k', '-Dlog4j2.disable.jmx=true'] as const;

/** Little memory and little warm-up rather than speed; not for the TaskManager, where it cost a third of the job's events. */
export const warmsUpSoon = '-XX:TieredStopAtLevel=1';

export const flinkJvm = [...leanJvm, ...opens.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`)] as const;

export const jobManagerJvm = [warmsUpSoon, '-Xms96m', '-Xmx224m', '-XX:MaxMetaspaceSize=192m'] as const;
export const taskManagerJvm = [
  '-Xms256m',
  '-Xmx256m',
  '-XX:MaxDirectMemorySize=208m',
  '-XX:MaxMetaspaceSize=192m',
] as const;
