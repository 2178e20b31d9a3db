/** `npm start` on data that exist already, from the command until the server says that it is ready. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../setup/places.mjs';
import { median } from './measure.ts';

const port = 4801;
const limitMs = 120_000;

const isReady = async (): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
  } catch {
    return false;
  }
};

const start = (dataFolder: string): ChildProcess =>
  spawn('npm', ['start'], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, PORT: String(port), METRICS_PORT: '4802', DATA_DIR: dataFolder, LOG_LEVEL: 'warn' },
  });

const stop = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGINT');
  await ended;
  while (await isReady()) await pause(20);
};

/** One start and one stop, in ms until ready. */
const once = async (dataFolder: string): Promise<number> => {
  const startedAt = performance.now();
  const child = start(dataFolder);
  try {
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      if (performance.now() - startedAt > limitMs) throw new Error('npm start was not ready in time');
      await pause(10);
    }
    return performance.now() - startedAt;
  } finally {
    await stop(child);
  }
};

/** The first start makes the data (and the web app) and does not count. */
export const startSeconds = async (dataFolder: string): Promise<number> => {
  await once(dataFolder);
  const runs: number[] = [];
  for (let run = 0; run < 5; run += 1) runs.push(await once(dataFolder));
  return median(runs) / 1000;
};
