/**
 * The jar of the job with the same engine under another number: what a new engine, or a rollback to an older source, is to everything
 * around it (J-11). The number stands twice in the jar: in the script and beside it.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const entries = ['engine/engine.js', 'engine/engine.properties'];
const numbers: readonly RegExp[] = [/\bengineVersion = \d+;/, /^engineVersion=\d+$/m];

const renumbered = (text: string, engineVersion: number, number: RegExp): string => {
  if (text.match(new RegExp(number, 'gm'))?.length !== 1)
    throw new Error(`the engine's number is not there once: ${number}`);
  return text.replace(number, (found) => found.replace(/\d+/, String(engineVersion)));
};

export const writeRehearsalJar = async (jar: string, engineVersion: number, to: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-rehearsal-'));
  try {
    await run('jar', ['--extract', '--file', jar, ...entries], { cwd: folder });
    for (const [at, entry] of entries.entries()) {
      const file = join(folder, entry);
      writeFileSync(file, renumbered(readFileSync(file, 'utf8'), engineVersion, numbers[at] as RegExp));
    }
    copyFileSync(jar, to);
    await run('jar', ['--update', '--file', to, ...entries.flatMap((entry) => ['-C', folder, entry])]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
