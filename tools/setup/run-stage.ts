/** Runs one stage as a process group of its own, so that nothing it started outlives it or its limit. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCounts } from './counts.mjs';
import { childEnvironment, inRoot } from './places.mjs';
import type { Stage } from './stages.ts';

export type Outcome = { readonly stage: string; readonly passed: number; readonly failed: number; readonly ms: number };

const running = new Set<ChildProcess>();

const killGroup = (child: ChildProcess) => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** For Ctrl-C: the groups of children don't get the terminal's signal. */
export const stopAll = () => {
  for (const child of running) killGroup(child);
};

const endOf = (stage: Stage, env: NodeJS.ProcessEnv) =>
  new Promise<boolean>((resolve) => {
    const cwd = inRoot(stage.cwd ?? '');
    const child = spawn(stage.program, stage.args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const limit = setTimeout(() => {
      console.error(`✖ ${stage.name} did not end within ${stage.limitMinutes} minutes`);
      killGroup(child);
    }, stage.limitMinutes * 60_000);
    running.add(child);
    const end = (isClean: boolean) => {
      clearTimeout(limit);
      killGroup(child);
      running.delete(child);
      resolve(isClean);
    };
    child.on('error', (error) => {
      console.error(`✖ ${stage.name}: ${error.message}`);
      end(false);
    });
    child.on('exit', (code) => end(code === 0));
  });

export const runStage = async (stage: Stage, env: Record<string, string>): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-stage-'));
  const countsFile = join(folder, 'counts.json');
  const startedAt = performance.now();
  try {
    const isClean = await endOf(stage, { ...childEnvironment(), ...env, COUNTS_FILE: countsFile });
    return { stage: stage.name, ...readCounts(countsFile, isClean), ms: performance.now() - startedAt };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
