/** The stack that is struck: one of chaos's own, so that a stack in use is left alone. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Part, parts } from '@bball/stack/parts';
import { type Place, projectFolder } from '@bball/stack/place';
import { runningOf, signal } from '@bball/stack/process-file';
import { statusOf, statusTable } from '@bball/stack/status';
import { isAllUp, type StackOptions, sayToStack, startAgain, startOwnStack } from '@bball/stack/testing/own-stack';
import { familyOf } from './faults/processes.ts';

const options: StackOptions = {
  folder: process.env.CHAOS_DIR ?? join(projectFolder, '.data/chaos'),
  /** Beside a stack in use and those of tests. */
  shift: Number(process.env.STACK_SHIFT ?? 1_000),
  without: ['s3'],
};
const lookMs = 250;

export type Stack = {
  readonly place: Place;
  readonly url: string;
  readonly pidOf: (part: Part['name']) => number | null;
  /** A stop goes to what the part has forked too: only what hangs as a whole hangs. */
  readonly signal: (part: Part['name'], by: NodeJS.Signals) => void;
  /** Resolves when every part can be used again. */
  readonly untilUp: () => Promise<void>;
  /** `stack stop`, and a start on the same data. */
  readonly restart: () => Promise<void>;
  readonly stop: (keeps: boolean) => Promise<void>;
};

export const startStack = async (say: (text: string) => void): Promise<Stack> => {
  const { place, upAfterMs, stop } = await startOwnStack(options);
  say(`The stack is up after ${Math.round(upAfterMs / 1000)} s.`);
  say(statusTable(await statusOf(place)));
  const pidOf = (part: Part['name']): number | null => runningOf(place.folder, part)?.pid ?? null;
  return {
    place,
    url: `http://127.0.0.1:${place.port('balancer')}`,
    pidOf,
    signal: (part, by) => {
      const pid = pidOf(part);
      if (pid === null) return;
      const isStop = by === 'SIGSTOP' || by === 'SIGCONT';
      for (const one of isStop ? familyOf(pid) : [pid]) signal(one, by);
    },
    untilUp: async () => {
      while (!(await isAllUp(place, options.without))) await pause(lookMs);
    },
    restart: async () => {
      await sayToStack(options, 'stop');
      await startAgain(options);
    },
    stop: async (keeps) => {
      if (keeps) await sayToStack(options, 'stop');
      else await stop();
    },
  };
};

/** Everything that serves: what a power cut ends. */
export const servers = parts.filter(({ kind, name }) => kind === 'server' && name !== 's3').map(({ name }) => name);
