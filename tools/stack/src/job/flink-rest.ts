/** The few questions that are asked of Flink's REST interface. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const askMs = 10_000;
const uploadMs = 60_000;
const savepointMs = 60_000;

const ask = async <Answer>(url: string, request: RequestInit = {}, limitMs = askMs): Promise<Answer> => {
  const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(limitMs) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}: ${text.slice(0, 1500)}`);
  return (text === '' ? null : JSON.parse(text)) as Answer;
};

export type JobStatus = { readonly jid: string; readonly name: string; readonly state: string };

export const jobsAt = async (rest: string): Promise<readonly JobStatus[]> =>
  (await ask<{ jobs: JobStatus[] }>(`${rest}/jobs/overview`)).jobs;

export const freeSlotsAt = async (rest: string): Promise<number> =>
  (await ask<{ 'slots-available': number }>(`${rest}/overview`))['slots-available'];

/** The id by which Flink knows the jar from then on. */
export const upload = async (rest: string, jar: string): Promise<string> => {
  const form = new FormData();
  form.append('jarfile', await openAsBlob(jar, { type: 'application/x-java-archive' }), basename(jar));
  const { filename } = await ask<{ filename: string }>(`${rest}/jars/upload`, { method: 'POST', body: form }, uploadMs);
  return basename(filename);
};

export const submit = async (rest: string, jarId: string, from: string | null): Promise<string> => {
  const body = JSON.stringify(from === null ? {} : { savepointPath: from, allowNonRestoredState: true });
  const headers = { 'Content-Type': 'application/json' };
  return (await ask<{ jobid: string }>(`${rest}/jars/${jarId}/run`, { method: 'POST', headers, body }, uploadMs)).jobid;
};

export const cancel = async (rest: string, jobId: string): Promise<void> => {
  await ask(`${rest}/jobs/${jobId}?mode=cancel`, { method: 'PATCH' });
};

type Savepoint = {
  readonly status: { readonly id: 'IN_PROGRESS' | 'COMPLETED' };
  readonly operation?: { readonly location?: string; readonly 'failure-cause'?: { readonly 'stack-trace': string } };
};

/** Ends a running job once its state lies in a savepoint; answers where. */
export const stopWithSavepoint = async (rest: string, jobId: string): Promise<string> => {
  const headers = { 'Content-Type': 'application/json' };
  const asked = { method: 'POST', headers, body: JSON.stringify({ drain: false }) };
  const { 'request-id': id } = await ask<{ 'request-id': string }>(`${rest}/jobs/${jobId}/stop`, asked);
  const deadline = performance.now() + savepointMs;
  while (performance.now() < deadline) {
    const { status, operation } = await ask<Savepoint>(`${rest}/jobs/${jobId}/savepoints/${id}`);
    if (operation?.location !== undefined) return operation.location;
    const failure = operation?.['failure-cause']?.['stack-trace'].split('\n')[0];
    if (status.id === 'COMPLETED') throw new Error(`no savepoint: ${failure ?? 'no reason given'}`);
    await pause(100);
  }
  throw new Error('no savepoint in time');
};

/** Why a job ended, in its own words. */
export const reasonOf = async (rest: string, jobId: string): Promise<string> => {
  type Exceptions = { readonly exceptionHistory?: { readonly entries?: readonly { readonly stacktrace?: string }[] } };
  const { exceptionHistory } = await ask<Exceptions>(`${rest}/jobs/${jobId}/exceptions`);
  return exceptionHistory?.entries?.[0]?.stacktrace?.split('\n').slice(0, 4).join(' ') ?? 'no reason given';
};
