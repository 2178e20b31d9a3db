/**
 * `npm test`: everything that CI runs, in the same order. `npm test -- engine` runs the stages whose name has that word.
 * The last line is `N passed, N failed`, summed over all runners.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { withDatabase } from './database.ts';
import { withJobServers } from './job-servers.ts';
import { inRoot } from './places.mjs';
import { type Outcome, runStage, stopAll } from './run-stage.ts';
import { type Stage, stages } from './stages.ts';

const gamesFolder = resolve(process.env.GAMES_DIR ?? inRoot('../shared/games'));
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`.padStart(8);

const runOne = (stage: Stage): Promise<Outcome> => {
  console.log(`\n— ${stage.name}`);
  const env = { GAMES_DIR: gamesFolder };
  if (stage.database) return withDatabase((url) => runStage(stage, { ...env, TEST_DATABASE_URL: url }));
  if (stage.jobServers) return withJobServers((servers) => runStage(stage, { ...env, ...servers }));
  return runStage(stage, env);
};

const printTable = (outcomes: readonly Outcome[]) => {
  const width = Math.max(...outcomes.map(({ stage }) => stage.length));
  console.log('');
  for (const { stage, passed, failed, ms } of outcomes) {
    console.log(
      `${failed === 0 ? '✔' : '✖'} ${stage.padEnd(width)} ${seconds(ms)}  ${passed} passed${failed ? `, ${failed} failed` : ''}`,
    );
  }
};

const main = async (words: readonly string[]) => {
  const chosen = stages().filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0) throw new Error(`no stage has ${words.join(' or ')} in its name`);
  const outcomes: Outcome[] = [];
  for (const stage of chosen) {
    outcomes.push(await runOne(stage));
    if (isInterrupted) process.exit(130);
  }

  printTable(outcomes);
  const sum = (key: 'passed' | 'failed' | 'ms') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\nin ${(sum('ms') / 60_000).toFixed(1)} minutes`);
  if (!existsSync(gamesFolder)) {
    console.log(`No real games in ${gamesFolder} (GAMES_DIR): the golden games were not played.`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
};

/** The stage under way is stopped and cleaned up after, then the run ends. */
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isInterrupted = true;
    stopAll();
  });
}
await main(process.argv.slice(2));
