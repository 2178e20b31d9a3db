/**
 * Keeps the job of live statistics running in the session cluster, from the jar in place: looks twice a second, does what `decide` says.
 * What it notes is for `stack status`, and for itself after it was killed: which jar the running job was started from.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { newestCheckpoint } from './checkpoints.ts';
import { decide, type Step } from './decide.ts';
import { cancel, jobsAt, reasonOf, stopWithSavepoint, submit, upload } from './flink-rest.ts';
import { markOf } from './jar.ts';

const lookMs = 500;
/** What failed is tried again after this, then twice as long each time. */
const againMs = { first: 500, longest: 8_000 };
/** After so many the checkpoint is held to be at fault. */
const refusalsBorne = 4;

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

const rest = needed('FLINK_REST');
const jar = needed('JOB_JAR');
const folders = [needed('CHECKPOINTS'), needed('SAVEPOINTS')] as const;
const note = needed('JOB_NOTE');

type Note = { readonly state: string; readonly isRunning: boolean; readonly jar: string | null };

const noted = (): Note | null => {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Note;
  } catch {
    return null;
  }
};
const spoiled = new Set<string>();
/** Not seen running yet. */
let submitted: { readonly jobId: string | null; readonly from: string | null } | null = null;
let runsFrom = noted()?.jar ?? null;
let lastSaid = '';

let failures = 0;
/** Given just now: a refusal then is not about a jar that a new JobManager does not know. */
let isJarFresh = false;
let uploaded: { readonly jar: string; readonly id: string } | null = null;

/** Flink keeps what it is given: the same jar is given once. */
const jarId = async (): Promise<string> => {
  const now = markOf(jar) ?? '';
  isJarFresh = uploaded?.jar !== now;
  if (uploaded?.jar !== now) uploaded = { jar: now, id: await upload(rest, jar) };
  return uploaded.id;
};

/** Says a thing once, and notes it. */
const say = (state: string, isRunning: boolean): void => {
  if (state === lastSaid) return;
  lastSaid = state;
  process.stdout.write(`${new Date().toISOString()} ${state}\n`);
  const now: Note = { state, isRunning, jar: runsFrom };
  writeFileSync(`${note}.new`, JSON.stringify(now));
  renameSync(`${note}.new`, note);
};

const take = async (step: Step): Promise<void> => {
  if (step.do === 'wait') return say(step.why, false);
  if (step.do === 'watch') {
    if (step.isRunning) submitted = null;
    return say(step.isRunning ? `runs as ${step.jobId}` : `starts as ${step.jobId}`, step.isRunning);
  }
  if (step.do === 'cancel') {
    say(`cancels ${step.jobId}, which only fails, for another jar`, false);
    return cancel(rest, step.jobId);
  }
  // Given to Flink before the old one stops, so that plays wait the shorter.
  const [mark, id] = [markOf(jar), await jarId()];
  if (step.do === 'stop') {
    say(`stops ${step.jobId} with a savepoint, for another jar`, false);
    return say(`stopped with ${await stopWithSavepoint(rest, step.jobId)}`, false);
  }
  submitted = { jobId: null, from: step.from };
  runsFrom = mark;
  say(`submits from ${step.from ?? 'nothing'}`, false);
  submitted = { jobId: await submit(rest, id, step.from), from: step.from };
};

/** A job that ended before it ever ran spoils the checkpoint it was started from. */
const judge = async (jobs: Awaited<ReturnType<typeof jobsAt>>): Promise<void> => {
  const failed = jobs.find(({ jid, state }) => jid === submitted?.jobId && state === 'FAILED');
  if (failed === undefined) return;
  process.stdout.write(`${submitted?.from} is passed over: ${await reasonOf(rest, failed.jid)}\n`);
  spoil();
};

const spoil = (): void => {
  if (submitted !== null && submitted.from !== null) spoiled.add(submitted.from);
  submitted = null;
};

say('looks for the job', false);
for (;;) {
  try {
    const jobs = await jobsAt(rest);
    await judge(jobs);
    const checkpoint = newestCheckpoint(...folders);
    await take(decide({ jobs, jar: markOf(jar), runsFrom, checkpoint, spoiled: [...spoiled] }));
    failures = 0;
    await pause(lookMs);
  } catch (error) {
    const wasRefused = String(error).includes(' answered ');
    if (wasRefused) uploaded = null;
    // Now and then a store is away just then, which says nothing about the checkpoint.
    if (wasRefused && isJarFresh && failures >= refusalsBorne) spoil();
    say(`no answer: ${error instanceof Error ? error.message : error}`, false);
    await pause(Math.min(againMs.first * 2 ** failures, againMs.longest));
    failures += 1;
  }
}
