/** The few questions that are asked of Flink's REST interface. */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

const askMs = 10_000;
const uploadMs = 60_000;

const ask = async <Answer>(url: string, request: RequestInit = {}, limitMs = askMs): Promise<Answer> => {
  const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(limitMs) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}: ${text.slice(0, 1500)}`);
  return JSON.parse(text) as Answer;
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

/** Why a job ended, in its own words. */
export const reasonOf = async (rest: string, jobId: string): Promise<string> => {
  type Exceptions = { readonly exceptionHistory?: { readonly entries?: readonly { readonly stacktrace?: string }[] } };
  const { exceptionHistory } = await ask<Exceptions>(`${rest}/jobs/${jobId}/exceptions`);
  return exceptionHistory?.entries?.[0]?.stacktrace?.split('\n').slice(0, 4).join(' ') ?? 'no reason given';
};
