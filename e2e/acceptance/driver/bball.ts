/** The command line as people run it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const bballProgram = join(import.meta.dirname, '../../../apps/cli/src/main.ts');

/** What it printed; rejects where it ends with anything but 0. */
export const bball = async (...words: readonly string[]): Promise<string> =>
  (await run(process.execPath, [bballProgram, ...words], { maxBuffer: 1 << 26 })).stdout.trim();
