/**
 * A stack of a test's own: another folder and other ports than the one in use. It is a process of its own as `npm run stack` is, and
 * ends with whoever started it, however that ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PartName } from '../src/parts.ts';
import { type Place, placeOf, projectFolder } from '../src/place.ts';
import { statusOf, statusTable } from '../src/status.ts';

const upMs = 240_000;

export type StackOptions = {
  readonly folder: string;
  /** Added to every port. */
  readonly shift: number;
  readonly without?: readonly PartName[];
  /** Further variables of the API processes. */
  readonly apiEnvironment?: { readonly [name: string]: string };
};

export type OwnStack = {
  readonly place: Place;
  readonly supervisor: ChildProcess;
  /** From the start of the program until every part could be used. */
  readonly upAfterMs: number;
  readonly stop: () => Promise<void>;
};

/** What `npm run stack -- …` would be told so that it means this stack. */
export const environmentOf = ({
  folder,
  shift,
  without = [],
  apiEnvironment = {},
}: StackOptions): { readonly [name: string]: string } => ({
  STACK_DIR: folder,
  STACK_SHIFT: String(shift),
  STACK_DEMO: 'off',
  STACK_WITHOUT: without.join(','),
  STACK_API_ENV: JSON.stringify(apiEnvironment),
});

/** One word of `npm run stack`; answers what it printed, or throws what it complained about. */
export const sayToStack = async (options: StackOptions, ...words: readonly string[]): Promise<string> => {
  const child = stackProgram(options, words, {}, 'pipe');
  const [said, complained] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new Error(`stack ${words.join(' ')} ended with ${child.exitCode}: ${complained}`);
  return said;
};

const textOf = async (stream: AsyncIterable<Buffer> | null): Promise<string> => {
  let text = '';
  for await (const chunk of stream ?? []) text += chunk.toString();
  return text;
};

const stackProgram = (options: StackOptions, words: readonly string[], more: object, output: 'pipe' | 'ignore') => {
  const { PORT: _, ...inherited } = process.env;
  const env = { ...inherited, ...environmentOf(options), ...more };
  const program = join(projectFolder, 'tools/stack/src/main.ts');
  return spawn(process.execPath, [program, ...words], { env, stdio: ['pipe', output, output] });
};

export const isAllUp = async (place: Place, without: readonly PartName[] = []): Promise<boolean> =>
  (await statusOf(place)).every(({ part, is }) => without.includes(part.name) || is === 'ready' || is === 'done');

const untilUp = async (place: Place, { without }: StackOptions, supervisor: ChildProcess): Promise<void> => {
  const deadline = performance.now() + upMs;
  while (!(await isAllUp(place, without))) {
    if (supervisor.exitCode !== null) throw new Error('the stack ended while it started');
    if (performance.now() > deadline) throw new Error(`the stack is not up:\n${statusTable(await statusOf(place))}`);
    await pause(100);
  }
};

/** On the data that are there; resolves when every part can be used. */
export const startAgain = async (options: StackOptions): Promise<Omit<OwnStack, 'stop'>> => {
  const place = placeOf(options);
  const startedAt = performance.now();
  const supervisor = stackProgram(options, [], { STACK_ENDS_WITH_INPUT: 'yes' }, 'ignore');
  try {
    await untilUp(place, options, supervisor);
  } catch (error) {
    await sayToStack(options, 'stop');
    throw error;
  }
  return { place, supervisor, upAfterMs: performance.now() - startedAt };
};

/** From nothing: whatever an earlier run had left in that folder is ended and removed. */
export const startOwnStack = async (options: StackOptions): Promise<OwnStack> => {
  const { folder } = placeOf(options);
  await sayToStack(options, 'stop');
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  const started = await startAgain(options);
  const stop = async (): Promise<void> => {
    await sayToStack(options, 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...started, stop };
};
