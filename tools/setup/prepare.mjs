/**
 * Makes this machine ready for a command: `node prepare.mjs start` or `test`. Nothing due: nothing done, in a moment.
 * Runs on any Node from 20 and before anything is installed, so it is plain JavaScript without a dependency.
 */
import { packages, pinnedNode, postgres, prismaClient } from './modules.mjs';
import { programsFor } from './programs.mjs';
import { NotReady } from './run.mjs';
import { webApp } from './web-app.mjs';

const common = [packages, pinnedNode, postgres, prismaClient];

/** In order: each may rely on those before it. The tests export the web app in a stage of their own. */
const needs = (/** @type {string} */ command) => [
  ...common,
  ...programsFor(command),
  ...(command === 'start' ? [webApp] : []),
];

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
