/** What is known about each part from outside: the supervisor's word, the pid file, the probe. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isPartName, type Part, parts } from './parts.ts';
import type { Place } from './place.ts';
import { isUsable, noteAt } from './probe.ts';
import { runningOf } from './process-file.ts';

export type PartState = {
  readonly is: 'waiting' | 'starting' | 'ready' | 'done' | 'down' | 'missing' | 'stopped';
  readonly restarts: number;
  /** Why it is down or missing. */
  readonly why: string | null;
};

export type PartStatus = PartState & {
  readonly part: Part;
  readonly pid: number | null;
  readonly memoryMb: number | null;
};

export const noteStates = ({ folder, inFolder }: Place, states: Readonly<Record<string, PartState>>): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(inFolder('status.new.json'), JSON.stringify(states));
  renameSync(inFolder('status.new.json'), inFolder('status.json'));
};

const statesNoted = ({ inFolder }: Place): Readonly<Record<string, PartState>> => {
  try {
    return JSON.parse(readFileSync(inFolder('status.json'), 'utf8')) as Record<string, PartState>;
  } catch {
    return {};
  }
};

/** What a process holds for itself, in MB; null where the system does not tell. */
export const memoryMbOf = (pid: number): number | null => {
  try {
    const line = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+) kB/m);
    return line?.[1] === undefined ? null : Math.round(Number(line[1]) / 1024);
  } catch {
    return null;
  }
};

/** The part's own word where it notes one. */
const wordOf = ({ probe }: Part, place: Place): string | null =>
  typeof probe === 'object' && 'note' in probe ? (noteAt(place, probe.note)?.state ?? null) : null;

export const statusOf = async (place: Place): Promise<readonly PartStatus[]> => {
  const states = statesNoted(place);
  const isSupervised = runningOf(place.folder, 'supervisor') !== null;
  return Promise.all(
    parts.map(async (part) => {
      const noted = states[part.name] ?? { is: 'stopped' as const, restarts: 0, why: null };
      const pid = runningOf(place.folder, part.name)?.pid ?? null;
      const memoryMb = pid === null ? null : memoryMbOf(pid);
      const is = await believed(part, place, { noted, isRunning: pid !== null, isSupervised });
      return {
        ...noted,
        is,
        part,
        pid,
        memoryMb,
        why: pid === null ? noted.why : wordOf(part, place),
      };
    }),
  );
};

type Known = { readonly noted: PartState; readonly isRunning: boolean; readonly isSupervised: boolean };

/** A word of a supervisor that is gone counts for nothing. */
const believed = async (
  part: Part,
  place: Place,
  { noted, isRunning, isSupervised }: Known,
): Promise<PartState['is']> => {
  if (isRunning) return (await isUsable(part, place)) ? 'ready' : 'starting';
  if (!isSupervised) return 'stopped';
  return noted.is === 'ready' || noted.is === 'starting' ? 'down' : noted.is;
};

export const statusTable = (statuses: readonly PartStatus[]): string => {
  const rows = statuses.map(({ part, is, pid, restarts, memoryMb, why }) =>
    [
      part.name.padEnd(12),
      is.padEnd(9),
      String(pid ?? '–').padStart(7),
      (memoryMb === null ? '–' : `${memoryMb} MB`).padStart(8),
      (restarts === 0 ? '' : `${restarts} restarts`).padStart(12),
      why ?? '',
    ]
      .join(' ')
      .trimEnd(),
  );
  const memory = statuses.reduce((sum, { memoryMb }) => sum + (memoryMb ?? 0), 0);
  return [...rows, `${'in all'.padEnd(12)} ${''.padEnd(17)} ${`${memory} MB`.padStart(8)}`].join('\n');
};

export const partNamed = (word: string): Part['name'] => {
  if (!isPartName(word)) throw new Error(`there is no part ${word}: ${parts.map(({ name }) => name).join(', ')}`);
  return word;
};
