/** Our own logs as files. */
import type { LoggedEvent } from '@bball/engine';
import { describeProblem, readJsonLog } from '@bball/formats';
import { fail } from './failure.ts';
import type { World } from './world.ts';

export const readLog = async ({ readText }: Pick<World, 'readText'>, path: string): Promise<readonly LoggedEvent[]> => {
  const read = readJsonLog(await readText(path));
  return read.ok ? read.value : fail(describeProblem(read.problem));
};

/** Each event once, in the order of seq; what has none yet last. */
export const inSeqOrder = (events: readonly LoggedEvent[]): readonly LoggedEvent[] => {
  const once = new Map<string, LoggedEvent>();
  for (const event of events) {
    const known = once.get(event.id);
    if (known === undefined || known.seq === null) once.set(event.id, event);
  }
  const seqOf = ({ seq }: LoggedEvent) => seq ?? Number.POSITIVE_INFINITY;
  return [...once.values()].sort((a, b) => (seqOf(a) === seqOf(b) ? a.deviceSeq - b.deviceSeq : seqOf(a) - seqOf(b)));
};
