/**
 * A stamp remembers from which sources something was made, so that it is made again only when they change.
 * The stamp of a folder lives and dies with `node_modules`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './places.mjs';

const skipped = new Set(['node_modules', 'dist', '.expo', 'generated', '.data', 'ios', 'android']);

/** @param {string} path @returns {string[]} */
const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
};

/** The hash of the bytes and names of these files and folders. @param {readonly string[]} paths relative to the root */
export const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(inRoot(path))) {
      hash.update(`${file.slice(inRoot().length)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
};

const stampPath = (/** @type {string} */ name) => inRoot('node_modules/.prepared', name);

/** @param {string} name */
export const readStamp = (name) => (existsSync(stampPath(name)) ? readFileSync(stampPath(name), 'utf8') : null);

/** @param {string} name @param {string} hash */
export const writeStamp = (name, hash) => {
  mkdirSync(dirname(stampPath(name)), { recursive: true });
  writeFileSync(stampPath(name), hash);
};
