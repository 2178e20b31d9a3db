/**
 * The yardstick of the job: the same jar with another main class, whose engine only gives back what it was told. It lies among the
 * job's tests, since its results are no results.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { jobJar } from '@bball/stack/install';
import { inRoot } from '../../setup/places.mjs';

const mainClass = 'basketball.livestats.IdentityMain';
const classes = 'basketball/livestats/**/Identity*.class';

export const identityJar = (): string => {
  const project = inRoot('jobs/live-stats');
  execFileSync('mvn', ['-q', '-B', 'test-compile'], { cwd: project, stdio: 'inherit' });
  const compiled = join(project, 'target/test-classes');
  const jar = join(project, 'target/live-stats-identity.jar');
  copyFileSync(jobJar(), jar);
  const found = globSync(classes, { cwd: compiled });
  execFileSync('jar', [
    '--update',
    `--file=${jar}`,
    `--main-class=${mainClass}`,
    ...found.flatMap((path) => ['-C', compiled, path]),
  ]);
  return jar;
};
