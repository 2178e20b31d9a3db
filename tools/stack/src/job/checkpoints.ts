/** From where a job can go on: checkpoints that it made by itself, savepoints that it was stopped with. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];

/** The newest whole one of any job: only a whole one has its `_metadata`. */
export const newestCheckpoint = (checkpoints: string, savepoints: string): string | null => {
  const whole = [...foldersIn(checkpoints).flatMap(foldersIn), ...foldersIn(savepoints)]
    .map((path) => ({ path, metadata: join(path, '_metadata') }))
    .filter(({ metadata }) => existsSync(metadata))
    .map(({ path, metadata }) => ({ path, at: statSync(metadata).mtimeMs }));
  return whole.sort((a, b) => b.at - a.at)[0]?.path ?? null;
};
