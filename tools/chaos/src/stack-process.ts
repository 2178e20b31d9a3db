/** A stack of chaos's own: other folder, other ports, so that a stack in use is left alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Part, parts } from '@bball/stack/parts';
import { type Place, placeOf, projectFolder } from '@bball/stack/place';
import { runningOf, signal } from '@bball/stack/process-file';
import { statusOf, statusTable } from '@bball/stack/status';
import { familyOf } from './faults/processes.ts';

/** Beside a stack in use and those of tests. */
const shift = Number(process.env.STACK_SHIFT ?? 1_000);
const upMs = 240_000;

export type Stack = {
  readonly place: Place;
  readonly url: string;
  readonly pidOf: (part: Part['name']) => number | null;
  /** To the part and what it has forked. */
  readonly signal: (part: Part['name'], by: NodeJS.Signals) => void;
  /** Resolves once every part can be used again. */
  readonly isUp: () => Promise<boolean>;
  /** `stack stop`, and a start on the same data; resolves when everything is up. */
  readonly restart: () => Promise<void>;
  readonly stop: (keeps: boolean) => Promise<void>;
};

const isAllUp = async (place: Place): Promise<boolean> =>
  (await statusOf(place)).every(({ part, is }) => part.name === 's3' || is === 'ready' || is === 'done');

const untilUp = async (place: Place, supervisor: ChildProcess): Promise<void> => {
  const deadline = performance.now() + upMs;
  while (!(await isAllUp(place))) {
    if (supervisor.exitCode !== null) throw new Error('the stack ended while it started');
    if (performance.now() > deadline) throw new Error(`the stack is not up:\n${statusTable(await statusOf(place))}`);
    await pause(250);
  }
};

export const startStack = async (say: (text: string) => void): Promise<Stack> => {
  const folder = process.env.CHAOS_DIR ?? join(projectFolder, '.data/chaos');
  const place = placeOf({ folder, shift });
  const env = {
    ...process.env,
    STACK_DIR: folder,
    STACK_SHIFT: String(shift),
    STACK_DEMO: 'off',
    STACK_WITHOUT: 's3',
    STACK_ENDS_WITH_INPUT: 'yes',
    PORT: '',
  };
  const run = (...words: readonly string[]) =>
    spawn(process.execPath, [join(projectFolder, 'tools/stack/src/main.ts'), ...words], {
      env: Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'PORT')),
      // The pipe ends with us, and the stack with the pipe.
      stdio: ['pipe', 'ignore', 'inherit'],
    });
  await once(run('stop'), 'exit');
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  const startedAt = performance.now();
  let supervisor = run();
  const end = async (): Promise<void> => {
    if (supervisor.exitCode === null) await once(run('stop'), 'exit');
  };
  const stop = async (keeps: boolean): Promise<void> => {
    await end();
    if (!keeps) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilUp(place, supervisor);
  } catch (error) {
    await stop(true);
    throw error;
  }
  say(`The stack is up after ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  say(statusTable(await statusOf(place)));
  return {
    place,
    url: `http://127.0.0.1:${place.port('balancer')}`,
    pidOf: (part) => runningOf(place.folder, part)?.pid ?? null,
    signal: (part, by) => {
      const running = runningOf(place.folder, part);
      if (running === null) return;
      // Only what hangs must hang as a whole; a kill is the part's own, as the system would do it.
      const pids = by === 'SIGSTOP' || by === 'SIGCONT' ? familyOf(running.pid) : [running.pid];
      for (const pid of pids) signal(pid, by);
    },
    isUp: () => isAllUp(place),
    restart: async () => {
      await end();
      supervisor = run();
      await untilUp(place, supervisor);
    },
    stop,
  };
};

/** Everything that serves: what a power cut ends. */
export const servers = parts.filter(({ kind, name }) => kind === 'server' && name !== 's3').map(({ name }) => name);
