/** The faults of protocol.md §13 that happen to real processes, a row each. A fault is over when `strike` resolves. */

import type { Struck } from './strikes.ts';
import * as strikes from './strikes.ts';

export type Fault = {
  readonly name: string;
  readonly strike: (struck: Struck) => Promise<void>;
  /** Records of game-events may be gone that nobody has read. */
  readonly losesRecords?: true;
  /** The process that publishes is hit: how long until another one leads is part of the round. */
  readonly hitsPublisher?: true;
};

export const faults: readonly Fault[] = [
  { name: 'kill -9 api-1', strike: strikes.kill('api-1') },
  { name: 'kill -9 api-2', strike: strikes.kill('api-2') },
  { name: 'kill -9 kafka', strike: strikes.kill('kafka') },
  { name: 'kill -9 jobmanager', strike: strikes.kill('jobmanager') },
  { name: 'kill -9 taskmanager', strike: strikes.kill('taskmanager') },
  { name: 'kill -9 redis', strike: strikes.kill('redis') },
  { name: 'kill -9 postgres', strike: strikes.kill('postgres') },
  { name: 'kill -9 the publisher', strike: strikes.signalPublisher('SIGKILL'), hitsPublisher: true },
  { name: 'SIGTERM of the publisher', strike: strikes.signalPublisher('SIGTERM'), hitsPublisher: true },
  { name: 'the publisher is stopped for 10 s and wakes up', strike: strikes.stopPublisher, hitsPublisher: true },
  { name: 'both API processes are killed', strike: strikes.kill('api-1', 'api-2') },
  { name: 'JobManager and Kafka are killed', strike: strikes.kill('jobmanager', 'kafka') },
  { name: 'any two are killed', strike: strikes.killTwo },
  { name: 'the broker is unreachable for 30 s', strike: strikes.stop('kafka', 30_000) },
  { name: 'PostgreSQL is stopped for 10 s', strike: strikes.stop('postgres', 10_000) },
  { name: 'Redis is stopped for 10 s', strike: strikes.stop('redis', 10_000) },
  { name: 'Redis is flushed', strike: strikes.flushRedis },
  { name: 'one game is locked for 10 s', strike: strikes.lockGame },
  { name: 'the stored results are deleted', strike: strikes.deleteResults },
  { name: 'the state of the job is lost', strike: strikes.loseJobState },
  { name: 'an old job writes beside the new one', strike: strikes.wakeZombieJob },
  { name: 'game-events is truncated', strike: strikes.truncate, losesRecords: true },
  { name: 'everything is killed at once', strike: strikes.killAll },
  { name: 'everything is stopped and started', strike: strikes.restartAll },
];
