#!/usr/bin/env node
/** Opens the doors of the world and runs one command. Expected trouble is one line on standard error and exit code 1. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.ts';
import { program } from './program.ts';
import type { World } from './world.ts';

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());

/** A reader that has seen enough (`bball box … | head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

/** What a person calls it; anything rarer keeps the system's own words. */
const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'you may not',
};

const onFile = (path: string, doing: string) => (error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException;
  throw new Failure(`cannot ${doing} ${path}: ${reasons[code ?? ''] ?? message}`);
};

const world: World = {
  readText: (path) => readFile(path, 'utf8').catch(onFile(path, 'read')),
  writeText: async (path, text) => {
    const draft = `${path}.${process.pid}.part`;
    try {
      await writeFile(draft, text);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      onFile(path, 'write')(error);
    }
  },
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  fetch: (url, request) => fetch(url, request),
  nowMs: () => performance.now(),
  sleep: (ms) => sleep(ms, undefined, { signal: interruption.signal }),
  random: () => Math.random(),
};

try {
  await program(world, process.env.BBALL_TOKEN).parseAsync();
} catch (error) {
  if (interruption.signal.aborted) {
    process.stderr.write('bball: stopped; run the same command again to go on\n');
    process.exitCode = 130;
  } else if (error instanceof Failure) {
    process.stderr.write(`bball: ${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
