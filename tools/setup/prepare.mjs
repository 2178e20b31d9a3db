/**
 * Makes this machine ready for a command: `node prepare.mjs start`, `test`, `stack` …. Nothing due: nothing done, in a moment.
 * Runs on any Node from 20 and before anything is installed, so it is plain JavaScript without a dependency.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packages, pinnedNode, postgres, prismaClient } from './modules.mjs';
import { inRoot } from './places.mjs';
import { programsFor } from './programs.mjs';
import { NotReady } from './run.mjs';
import { webApp } from './web-app.mjs';

const common = [packages, pinnedNode, postgres, prismaClient];

/** Commands that serve the app; the tests export it in a stage of their own. */
const serving = new Set(['start', 'stack', 'chaos']);

/** In order: each may rely on those before it. @param {string} command */
const needs = (command) => [...common, ...programsFor(command), ...(serving.has(command) ? [webApp] : [])];

/** Of a stack that runs one asks how it is, kills a part, replaces the job or stops it: nothing is to be built under it first. */
const isStackRunning = () => {
  const note = resolve(inRoot('.'), process.env.STACK_DIR ?? '.data/stack', 'pids/supervisor.json');
  try {
    return process.kill(JSON.parse(readFileSync(note, 'utf8')).pid, 0);
  } catch {
    return false;
  }
};

const prepare = (/** @type {string} */ command) => {
  for (const need of needs(command)) {
    if (!need.due()) continue;
    console.log(`preparing: ${need.title}`);
    need.make();
  }
};

try {
  const command = process.argv[2] ?? 'start';
  if (command !== 'stack' || !isStackRunning()) prepare(command);
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(`\nNot ready: ${error.message}`);
  process.exitCode = 1;
}
