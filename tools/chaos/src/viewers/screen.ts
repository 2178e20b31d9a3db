/** What one viewer's screen has shown: when which revision came, and samples that are compared later with the log of that moment. */
import type { GameId, Snapshot } from '@bball/engine';
import { checksumOf } from '@bball/sync';

export type Sample = { readonly revision: number; readonly engineVersion: number; readonly checksum: number };

export type Screen = {
  readonly gameId: GameId;
  readonly snapshot: () => Snapshot | null;
  /** When this revision, or a later one, was first shown; null: not yet. */
  readonly shownAtMs: (revision: number) => number | null;
  /** What must never be seen: a revision that falls without a reset, a name. */
  readonly faults: readonly string[];
  readonly resets: () => number;
  /** The samples since the last call. */
  readonly takeSamples: () => readonly Sample[];
  readonly close: () => void;
};

/** One state in so many is a sample. */
const sampleEvery = 40;

type Shown = { readonly revision: number; readonly atMs: number };

const firstFrom = (shown: readonly Shown[], revision: number): Shown | null => {
  let [low, high] = [0, shown.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shown[middle] as Shown).revision < revision) low = middle + 1;
    else high = middle;
  }
  return shown[low] ?? null;
};

export const makeDiary = () => {
  const shown: Shown[] = [];
  const faults: string[] = [];
  let samples: Sample[] = [];
  let [last, highest] = [0, 0];
  let seen = 0;
  return {
    faults,
    /** @param mayFall it was told that it falls (L-9) */
    note: (snapshot: Snapshot | null, mayFall: boolean): void => {
      if (snapshot === null) return;
      const { revision, engineVersion } = snapshot;
      if (revision < last && !mayFall) faults.push(`I-20: fell from ${last} to ${revision}`);
      last = revision;
      if (revision <= highest) return;
      highest = revision;
      shown.push({ revision, atMs: performance.now() });
      seen += 1;
      if (seen % sampleEvery === 0) samples.push({ revision, engineVersion, checksum: checksumOf(snapshot) });
    },
    shownAtMs: (revision: number): number | null => firstFrom(shown, revision)?.atMs ?? null,
    takeSamples: (): readonly Sample[] => {
      const taken = samples;
      samples = [];
      return taken;
    },
  };
};
