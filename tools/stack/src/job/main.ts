/** Keeps the job of live statistics running in the session cluster: looks twice a second, does what `decide` says. */
import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { newestCheckpoint } from './checkpoints.ts';
import { decide, type Step } from './decide.ts';
import { jobsAt, reasonOf, submit, upload } from './flink-rest.ts';

const lookMs = 500;
/** What failed is tried again after this, then twice as long each time. */
const againMs = { first: 500, longest: 8_000 };

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

const [rest, jar, checkpoints, note] = ['FLINK_REST', 'JOB_JAR', 'CHECKPOINTS', 'JOB_NOTE'].map(needed) as [
  string,
  string,
  string,
  string,
];
const spoiled = new Set<string>();
let startedFrom: string | null = null;
let lastSaid = '';

let failures = 0;
/** Given just now: a refusal then is not about a jar that a new JobManager does not know. */
let isJarFresh = false;
let uploaded: { readonly jar: string; readonly id: string } | null = null;

/** Flink keeps what it is given: the same jar is given once. */
const jarId = async (): Promise<string> => {
  const { mtimeMs, size } = statSync(jar);
  const now = `${mtimeMs} ${size}`;
  isJarFresh = uploaded?.jar !== now;
  if (uploaded?.jar !== now) uploaded = { jar: now, id: await upload(rest, jar) };
  return uploaded.id;
};

/** Says a thing once, and notes it for `stack status`. */
const say = (state: string, isRunning: boolean): void => {
  if (state === lastSaid) return;
  lastSaid = state;
  process.stdout.write(`${new Date().toISOString()} ${state}\n`);
  writeFileSync(`${note}.new`, JSON.stringify({ state, isRunning }));
  renameSync(`${note}.new`, note);
};

const take = async (step: Step): Promise<void> => {
  if (step.do === 'wait') return say(step.why, false);
  if (step.do === 'watch') {
    if (step.isRunning) startedFrom = null;
    return say(step.isRunning ? `runs as ${step.jobId}` : `starts as ${step.jobId}`, step.isRunning);
  }
  say(`submits from ${step.from ?? 'nothing'}`, false);
  startedFrom = step.from;
  await submit(rest, await jarId(), step.from);
};

/** A job that ended before it ever ran spoils the checkpoint it was started from. */
const judge = async (jobs: Awaited<ReturnType<typeof jobsAt>>): Promise<void> => {
  const failed = jobs.find(({ state }) => state === 'FAILED');
  if (failed === undefined || startedFrom === null) return;
  process.stdout.write(`${startedFrom} is passed over: ${await reasonOf(rest, failed.jid)}\n`);
  spoiled.add(startedFrom);
  startedFrom = null;
};

say('looks for the job', false);
for (;;) {
  try {
    const jobs = await jobsAt(rest);
    await judge(jobs);
    const checkpoint = newestCheckpoint(checkpoints);
    await take(decide({ jobs, hasJar: existsSync(jar), checkpoint, spoiled: [...spoiled] }));
    failures = 0;
    await pause(lookMs);
  } catch (error) {
    const wasRefused = String(error).includes(' answered ');
    if (wasRefused) uploaded = null;
    if (wasRefused && isJarFresh && startedFrom !== null) spoiled.add(startedFrom);
    say(`no answer: ${error instanceof Error ? error.message : error}`, false);
    await pause(Math.min(againMs.first * 2 ** failures, againMs.longest));
    failures += 1;
  }
}
