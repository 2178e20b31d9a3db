/**
 * What the keeper of the job does next, decided from what it sees. A session cluster forgets its jobs when the JobManager dies;
 * the keeper submits again, from the newest checkpoint. A checkpoint that the job can't start from is passed over: the job then starts
 * empty and the API's sweep publishes every game again (protocol.md K-9), which is slower and loses nothing.
 */
import type { JobStatus } from './flink-rest.ts';

export type Seen = {
  readonly jobs: readonly JobStatus[];
  readonly hasJar: boolean;
  readonly checkpoint: string | null;
  /** Checkpoints from which a job has ended before it ran. */
  readonly spoiled: readonly string[];
};

export type Step =
  | { readonly do: 'watch'; readonly jobId: string; readonly isRunning: boolean }
  | { readonly do: 'wait'; readonly why: string }
  | { readonly do: 'submit'; readonly from: string | null };

const isAlive = ({ state }: JobStatus) => !['FAILED', 'CANCELED', 'FINISHED', 'SUSPENDED'].includes(state);

export const decide = ({ jobs, hasJar, checkpoint, spoiled }: Seen): Step => {
  const alive = jobs.find(isAlive);
  if (alive !== undefined) return { do: 'watch', jobId: alive.jid, isRunning: alive.state === 'RUNNING' };
  if (!hasJar) return { do: 'wait', why: 'waits for the jar of jobs/live-stats' };
  return { do: 'submit', from: checkpoint !== null && !spoiled.includes(checkpoint) ? checkpoint : null };
};
