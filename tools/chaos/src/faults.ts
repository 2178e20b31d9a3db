/** The faults of protocol.md §13 that happen to real processes, a row each. A fault is over when `strike` resolves. */
import { existsSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PartName } from '@bball/stack/parts';
import { connectionOf } from '@bball/stack/topics/connection';
import { Admin, ListOffsetTimestamps } from '@platformatic/kafka';
import { leaderOf } from './leader.ts';
import { type Stack, servers } from './stack-process.ts';

export type Fault = {
  readonly name: string;
  readonly strike: (stack: Stack) => Promise<void>;
  /** Records of game-events may be gone that nobody has read. */
  readonly losesRecords?: true;
};

const unreachableMs = 30_000;
const stoppedMs = 10_000;

const kill = (part: PartName): Fault => ({
  name: `kill -9 ${part}`,
  strike: async (stack) => stack.signal(part, 'SIGKILL'),
});

const stopFor = async (stack: Stack, part: PartName, ms: number): Promise<void> => {
  stack.signal(part, 'SIGSTOP');
  await pause(ms);
  stack.signal(part, 'SIGCONT');
};

const flushRedis = ({ place }: Stack): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(place.port('redis'), '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.once('data', (answer) => {
      socket.end();
      if (String(answer).startsWith('+OK')) resolve();
      else reject(new Error(String(answer)));
    });
    socket.once('error', reject);
  });

/** Everything that was in game-events is gone, as after the retention. */
const truncate = async ({ place }: Stack): Promise<void> => {
  const admin = new Admin(connectionOf({ KAFKA_BROKERS: `127.0.0.1:${place.port('kafka')}` }));
  try {
    const metadata = await admin.metadata({ topics: ['game-events'] });
    const count = metadata.topics.get('game-events')?.partitionsCount ?? 0;
    const asked = Array.from({ length: count }, (_, partitionIndex) => ({
      partitionIndex,
      timestamp: ListOffsetTimestamps.LATEST,
    }));
    const [listed] = await admin.listOffsets({ topics: [{ name: 'game-events', partitions: asked }] });
    const partitions = (listed?.partitions ?? []).map(({ partitionIndex, offset }) => ({
      partition: partitionIndex,
      offset,
    }));
    await admin.deleteRecords({ topics: [{ name: 'game-events', partitions }] });
  } finally {
    await admin.close();
  }
};

/** The job goes on from nothing: no checkpoint, no JobManager that remembers it. */
const loseJobState = async (stack: Stack): Promise<void> => {
  const checkpoints = stack.place.inFolder('flink/checkpoints');
  stack.signal('job', 'SIGKILL');
  stack.signal('jobmanager', 'SIGKILL');
  stack.signal('taskmanager', 'SIGKILL');
  if (existsSync(checkpoints)) rmSync(checkpoints, { recursive: true });
};

export const faults: readonly Fault[] = [
  kill('api-1'),
  kill('api-2'),
  kill('kafka'),
  kill('jobmanager'),
  kill('taskmanager'),
  kill('redis'),
  kill('postgres'),
  { name: 'kill -9 the publisher', strike: async (stack) => stack.signal(await leaderOf(stack.place), 'SIGKILL') },
  { name: 'the broker is unreachable for 30 s', strike: (stack) => stopFor(stack, 'kafka', unreachableMs) },
  {
    name: 'the publisher is stopped for 10 s and wakes up',
    strike: async (stack) => stopFor(stack, await leaderOf(stack.place), stoppedMs),
  },
  { name: 'Redis is flushed', strike: flushRedis },
  { name: 'the state of the job is lost', strike: loseJobState },
  { name: 'game-events is truncated', strike: truncate, losesRecords: true },
  {
    name: 'everything is killed at once',
    strike: async (stack) => {
      for (const name of servers) stack.signal(name, 'SIGKILL');
    },
  },
];
