/** The data folder: made where it is missing, and said in one line where it cannot be used. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CannotStart } from './cannot-start.ts';

export const prepareDataFolder = (folder: string): void => {
  try {
    make(resolve(folder));
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The data folder ${folder} cannot be used (${reason}). Set DATA_DIR to another one.`);
  }
};

/**
 * Folder by folder: `recursive` of Node goes round for ever where a file system says ENOENT although the parent is there, as /proc does.
 */
const make = (folder: string): void => {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found !== undefined) throw new Error('it is no folder');
  make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another start was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};
