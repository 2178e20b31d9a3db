/** One run of a job over the backlog, in a TaskManager that was started for it: events a second, and the memory it came to. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freeSlotsAt, jobsAt, submit, upload } from '@bball/stack/job/flink-rest';
import { forgetResults } from './backlog.ts';
import type { BenchStack } from './bench-stack.ts';

export type JobRun = { readonly perSecond: number; readonly memoryMb: number };

const lookMs = 250;
const startLimitMs = 120_000;
/** A job that has not folded all by then is as fast as it was until then. */
const longestMs = 60_000;
/** The first part is warming up: classes are loaded, code is compiled, games are opened. */
const warmUpShare = 0.1;

type Vertex = { readonly name: string; readonly metrics: { readonly 'read-records': number } };

const foldedBy = async (rest: string, jobId: string): Promise<number> => {
  const answer = await fetch(`${rest}/jobs/${jobId}`);
  const { vertices } = (await answer.json()) as { readonly vertices: readonly Vertex[] };
  return vertices.find(({ name }) => name.includes('fold-games'))?.metrics['read-records'] ?? 0;
};

const residentMb = (pid: number): number => {
  const [, kb = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
};

/** A JVM that has folded nothing yet. */
const freshTaskManager = async ({ pidOf }: BenchStack, rest: string): Promise<void> => {
  const old = pidOf('taskmanager');
  process.kill(old, 'SIGKILL');
  const deadline = performance.now() + startLimitMs;
  const isFresh = (): boolean => {
    try {
      return pidOf('taskmanager') !== old;
    } catch {
      return false;
    }
  };
  // The JobManager forgets the slot of the old one only when it has missed it.
  while (!isFresh() || (await freeSlotsAt(rest)) !== 1) {
    if (performance.now() > deadline) throw new Error('no TaskManager came');
    await pause(lookMs);
  }
};

const told = (run: JobRun): JobRun => {
  process.stderr.write(`  a run: ${Math.round(run.perSecond)} events/s, ${Math.round(run.memoryMb)} MB\n`);
  return run;
};

const cancel = async (rest: string, jobId: string): Promise<void> => {
  await fetch(`${rest}/jobs/${jobId}?mode=cancel`, { method: 'PATCH' });
  while ((await jobsAt(rest)).some(({ jid, state }) => jid === jobId && state !== 'CANCELED')) await pause(lookMs);
};

export const runJob = async (stack: BenchStack, jar: string, events: number): Promise<JobRun> => {
  const rest = `http://127.0.0.1:${stack.place.port('jobmanager')}`;
  await freshTaskManager(stack, rest);
  await forgetResults(stack.place);
  const jobId = await submit(rest, await upload(rest, jar), null);
  const deadline = performance.now() + startLimitMs;
  let warm: { readonly folded: number; readonly atMs: number } | null = null;
  let memoryMb = 0;
  try {
    for (;;) {
      const [folded, atMs] = [await foldedBy(rest, jobId), performance.now()];
      memoryMb = Math.max(memoryMb, residentMb(stack.pidOf('taskmanager')));
      if (warm === null && folded >= events * warmUpShare) warm = { folded, atMs };
      if (warm !== null && (folded >= events || atMs - warm.atMs > longestMs))
        return told({ perSecond: ((folded - warm.folded) / (atMs - warm.atMs)) * 1000, memoryMb });
      if (atMs > deadline) throw new Error(`only ${folded} of ${events} events were folded`);
      await pause(lookMs);
    }
  } finally {
    await cancel(rest, jobId);
  }
};
