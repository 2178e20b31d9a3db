/** How each fault is brought about, from outside: signals, SQL, the broker's own administration. */
import { existsSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { PartName } from '@bball/stack/parts';
import type { Pool } from 'pg';
import type { Chance } from '../random.ts';
import { type Stack, servers } from '../stack-process.ts';
import { leaderOf } from './leader.ts';
import { twinOf } from './processes.ts';
import { truncateLog } from './truncate.ts';

/** What is struck, with the chance that decides where something is left open. */
export type Struck = { readonly stack: Stack; readonly pool: Pool; readonly chance: Chance };

type Strike = (struck: Struck) => Promise<void>;

const stoppedMs = 10_000;
/** Flink counts a silent TaskManager as dead after 5 s; its job then starts elsewhere. */
const failoverMs = 14_000;
const twinUpMs = 8_000;
const zombieMs = 4_000;

export const kill =
  (...parts: readonly PartName[]): Strike =>
  async ({ stack }) => {
    for (const part of parts) stack.signal(part, 'SIGKILL');
  };

export const killAll: Strike = kill(...servers);

/** The second one at a random moment after the first: also while the first comes back. */
export const killTwo: Strike = async ({ stack, chance }) => {
  const [one, other] = chance.shuffled(servers);
  if (one === undefined || other === undefined) return;
  stack.signal(one, 'SIGKILL');
  await pause(chance.between(0, 4_000));
  stack.signal(other, 'SIGKILL');
};

const stopFor = async (stack: Stack, part: PartName, ms: number): Promise<void> => {
  stack.signal(part, 'SIGSTOP');
  await pause(ms);
  stack.signal(part, 'SIGCONT');
};

/** It does not refuse, it hangs. */
export const stop =
  (part: PartName, ms: number): Strike =>
  ({ stack }) =>
    stopFor(stack, part, ms);

export const signalPublisher =
  (by: NodeJS.Signals): Strike =>
  async ({ stack }) =>
    stack.signal(await leaderOf(stack.place), by);

export const stopPublisher: Strike = async ({ stack }) => stopFor(stack, await leaderOf(stack.place), stoppedMs);

export const flushRedis: Strike = ({ stack: { place } }) =>
  new Promise((resolve, reject) => {
    const socket = connect(place.port('redis'), '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.once('data', (answer) => {
      socket.end();
      if (String(answer).startsWith('+OK')) resolve();
      else reject(new Error(String(answer)));
    });
    socket.once('error', reject);
  });

/** Somebody's transaction on the game that was appended to last. */
export const lockGame: Strike = async ({ pool }) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select 1 from game_heads where game_id = (select game_id from game_events order by accepted_at desc limit 1) for update`,
    );
    await pause(stoppedMs);
    await client.query('rollback');
  } finally {
    client.release();
  }
};

/** The rows of the sink; what was settled of finals stays, it is nobody's fold. */
export const deleteResults: Strike = async ({ pool }) => {
  for (const table of ['game_results', 'player_lines', 'team_lines']) await pool.query(`delete from ${table}`);
};

/** The job goes on from nothing: no checkpoint, no JobManager that remembers it. */
export const loseJobState: Strike = async ({ stack }) => {
  const checkpoints = stack.place.inFolder('flink/checkpoints');
  for (const part of ['job', 'jobmanager', 'taskmanager'] as const) stack.signal(part, 'SIGKILL');
  if (existsSync(checkpoints)) rmSync(checkpoints, { recursive: true });
};

/**
 * The TaskManager stops, its job goes on in a second one, and the first wakes up: until it hears that it is dead it goes on writing what
 * it knew. The second one is killed at the end, so that the job comes home.
 */
export const wakeZombieJob: Strike = async ({ stack }) => {
  const pid = stack.pidOf('taskmanager');
  if (pid === null) throw new Error('there is no TaskManager');
  const endTwin = twinOf(pid);
  try {
    await pause(twinUpMs);
    stack.signal('taskmanager', 'SIGSTOP');
    await pause(failoverMs);
    stack.signal('taskmanager', 'SIGCONT');
    await pause(zombieMs);
  } finally {
    endTwin();
  }
};

export const truncate: Strike = ({ stack }) => truncateLog(stack.place);

export const restartAll: Strike = ({ stack }) => stack.restart();
