/** The parts that are programs of our own. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { apiEnvironment } from '../addresses.ts';
import { isNewerJar, placeJar } from '../job/jar.ts';
import { projectFolder } from '../place.ts';
import { type Launcher, pathOf } from './launch.ts';

const ours = (path: string) => join(import.meta.dirname, '..', path);

export const launchApi =
  (which: 1 | 2): Launcher =>
  async ({ place, options }) => {
    mkdirSync(place.inFolder('api'), { recursive: true });
    return {
      program: process.execPath,
      args: ['--max-old-space-size=320', join(projectFolder, 'apps/api/src/main.ts')],
      env: {
        ...apiEnvironment(place, which),
        // One process invents the demo league, both show it.
        DEMO: options.hasDemo ? (which === 1 ? 'on' : 'logins') : 'off',
        ...options.apiEnvironment,
      },
      cwd: projectFolder,
    };
  };

export const launchTopics: Launcher = async ({ place }) => ({
  program: process.execPath,
  args: [ours('topics/main.ts'), 'local'],
  env: { KAFKA_BROKERS: `127.0.0.1:${place.port('kafka')}` },
});

/** Jars of earlier starts, 40 MB each: Flink keeps every one it was ever given. */
const clearJars = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
};

export const launchJob: Launcher = async ({ place, installed }) => {
  clearJars(place.inFolder('flink/jars/flink-web-upload'));
  const [built, jar] = [await pathOf(installed, 'job'), place.inFolder('flink/job.jar')];
  if (isNewerJar(built, jar)) placeJar(built, jar);
  return {
    program: process.execPath,
    args: ['--max-old-space-size=64', ours('job/main.ts')],
    env: {
      FLINK_REST: `http://127.0.0.1:${place.port('jobmanager')}`,
      JOB_JAR: jar,
      CHECKPOINTS: place.inFolder('flink/checkpoints'),
      SAVEPOINTS: place.inFolder('flink/savepoints'),
      JOB_NOTE: place.inFolder('flink/job.json'),
    },
  };
};

export const launchBalancer: Launcher = async ({ place }) => ({
  program: process.execPath,
  args: ['--max-old-space-size=96', ours('balancer/main.ts')],
  env: {
    PORT: String(place.port('balancer')),
    BACKENDS: [1, 2].map((which) => `127.0.0.1:${place.port(which === 1 ? 'api-1' : 'api-2')}`).join(','),
  },
});
