/**
 * `npm run stack -- redeploy [jar]`: another jar of the job takes over from a savepoint (J-11). This only puts the jar in place; the
 * keeper of the job stops the old one and starts the new one, so there is nobody for it to quarrel with.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { buildJob } from './install.ts';
import { markOf, placeJar } from './job/jar.ts';
import type { Place } from './place.ts';
import { noteAt } from './probe.ts';
import { runningOf } from './process-file.ts';

const limitMs = 180_000;
const lookMs = 100;

/** @param jar null: the one of the sources, built when they changed. Answers what runs now. */
export const redeploy = async (place: Place, jar: string | null): Promise<string> => {
  if (runningOf(place.folder, 'job') === null) throw new Error('nobody keeps a job here: npm run stack starts it');
  const placed = place.inFolder('flink/job.jar');
  placeJar(jar ?? (await buildJob()), placed);
  const wanted = markOf(placed);
  const deadline = performance.now() + limitMs;
  for (;;) {
    const note = noteAt(place, 'flink/job.json');
    if (note?.isRunning === true && note.jar === wanted) return note.state;
    if (performance.now() > deadline)
      throw new Error(`the new job does not run yet: ${note?.state ?? 'nothing noted'}`);
    await pause(lookMs);
  }
};
