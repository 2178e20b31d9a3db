/**
 * Makes this machine ready for a command: `node prepare.mjs start`, `test`, `stack` …. Nothing due: nothing done, in a moment.
 * Runs on any Node from 20 and before anything is installed, so it is plain JavaScript without a dependency.
 */
import { packages, pinnedNode, postgres, prismaClient } from './modules.mjs';
import { programsFor } from './programs.mjs';
import { NotReady } from './run.mjs';
import { webApp } from './web-app.mjs';

const common = [packages, pinnedNode, postgres, prismaClient];

/** Commands that serve the app; the tests export it in a stage of their own. */
const serving = new Set(['start', 'stack', 'chaos']);

/** In order: each may rely on those before it. @param {string} command */
const needs = (command) => [...common, ...programsFor(command), ...(serving.has(command) ? [webApp] : [])];

const prepare = (/** @type {string} */ command) => {
  for (const need of needs(command)) {
    if (!need.due()) continue;
    console.log(`preparing: ${need.title}`);
    need.make();
  }
};

try {
  prepare(process.argv[2] ?? 'start');
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(`\nNot ready: ${error.message}`);
  process.exitCode = 1;
}
