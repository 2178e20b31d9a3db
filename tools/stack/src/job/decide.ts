/**
 * What the keeper of the job does next, decided from what it sees. A session cluster forgets its jobs when the JobManager dies;
 * the keeper submits again, from the newest checkpoint. A checkpoint that the job can't start from is passed over: the job then starts
 * empty and the API's sweep publishes every game again (protocol.md K-9), which is slower and loses nothing.
 * A job of another jar than the one in place is stopped with a savepoint and started anew from it (J-11): whoever deploys only puts a jar there.
 */
import type { JobStatus } from './flink-rest.ts';

export type Seen = {
  readonly jobs: readonly JobStatus[];
  /** The jar that is to run, by its mark; null: there is none yet. */
  readonly jar: string | null;
  /** The one that the running job was started from; null: nobody knows, so it counts as this one. */
  readonly runsFrom: string | null;
  readonly checkpoint: string | null;
  /** Checkpoints from which a job has ended before it ran. */
  readonly spoiled: readonly string[];
};

export type Step =
  | { readonly do: 'watch'; readonly jobId: string; readonly isRunning: boolean }
  | { readonly do: 'wait'; readonly why: string }
  /** With a savepoint, from which the next look starts the other jar. */
  | { readonly do: 'stop'; readonly jobId: string }
  /** Of one that keeps failing no savepoint can be had: the next one goes on from its newest checkpoint. */
  | { readonly do: 'cancel'; readonly jobId: string }
  | { readonly do: 'submit'; readonly from: string | null };

const isAlive = ({ state }: JobStatus) => !['FAILED', 'CANCELED', 'FINISHED', 'SUSPENDED'].includes(state);

export const decide = ({ jobs, jar, runsFrom, checkpoint, spoiled }: Seen): Step => {
  const alive = jobs.find(isAlive);
  if (alive !== undefined) {
    const isOld = jar !== null && runsFrom !== null && runsFrom !== jar;
    if (isOld && alive.state === 'RUNNING') return { do: 'stop', jobId: alive.jid };
    if (isOld && alive.state === 'RESTARTING') return { do: 'cancel', jobId: alive.jid };
    return { do: 'watch', jobId: alive.jid, isRunning: alive.state === 'RUNNING' };
  }
  if (jar === null) return { do: 'wait', why: 'waits for the jar of jobs/live-stats' };
  return { do: 'submit', from: checkpoint !== null && !spoiled.includes(checkpoint) ? checkpoint : null };
};
