/**
 * How a runner tells `npm test` what it counted: two numbers in the file that COUNTS_FILE names.
 * A runner that writes none counts as one check by its exit code.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

/** @param {Counts} counts */
export const reportCounts = (counts) => {
  if (process.env.COUNTS_FILE) writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
};

/** @param {string} path @param {boolean} isClean did the runner end well? @returns {Counts} */
export const readCounts = (path, isClean) => {
  if (!existsSync(path)) return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1 };
  const { passed, failed } = JSON.parse(readFileSync(path, 'utf8'));
  return { passed, failed: isClean ? failed : Math.max(failed, 1) };
};
