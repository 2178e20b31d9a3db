/** The jar that is to run: the keeper starts it, and replaces by it whatever runs of another. */
import { copyFileSync, renameSync, statSync, utimesSync } from 'node:fs';

/** Told apart without reading 40 MB; null: there is none. */
export const markOf = (jar: string): string | null => {
  const found = statSync(jar, { throwIfNoEntry: false });
  return found === undefined ? null : `${Math.round(found.mtimeMs)} ${found.size}`;
};

/** Put in place as a whole: Maven writes its jar bit by bit, and the keeper looks twice a second. */
export const placeJar = (from: string, to: string): void => {
  const { atime, mtime } = statSync(from);
  copyFileSync(from, `${to}.new`);
  utimesSync(`${to}.new`, atime, mtime);
  renameSync(`${to}.new`, to);
};

/** Was it made after the one in place? What was deployed by hand stays until something newer is built. */
export const isNewerJar = (jar: string, placed: string): boolean => {
  const there = statSync(placed, { throwIfNoEntry: false });
  return there === undefined || Math.round(statSync(jar).mtimeMs) > Math.round(there.mtimeMs);
};
