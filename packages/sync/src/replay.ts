/**
 * The replay window of one game: its newest state and the deltas that led there, so that a viewer who missed a little gets a
 * little. Itself a replica by `absorb`. The clock is an argument.
 * Invariants: kept deltas chain without a gap up to the newest state and are of its engine version; none is older than
 * 60 s, there are at most 256.
 * Source: protocol.md L-3, L-4, L-9.
 */
import type { Delta, Snapshot } from '@bball/engine';
import { deltaFor, type LiveAudience, snapshotFor } from './audience.ts';
import { type Absorbed, absorb, isWhole, type Revision, wholeDelta } from './merge.ts';

export const replayLimits = { keptMs: 60_000, keptDeltas: 256 } as const;

type Kept = { readonly delta: Delta; readonly atMs: number };

export type ReplayWindow = { readonly state: Snapshot | null; readonly kept: readonly Kept[] };

/** What answers a `watch`: deltas that chain from the viewer's revision, else the snapshot, or nothing yet. */
export type Replay =
  | { readonly kind: 'deltas'; readonly deltas: readonly Delta[] }
  | { readonly kind: 'snapshot'; readonly snapshot: Delta }
  | { readonly kind: 'nothing' };

export const emptyWindow: ReplayWindow = { state: null, kept: [] };

const pruned = (kept: readonly Kept[], nowMs: number): readonly Kept[] => {
  const tooMany = Math.max(0, kept.length - replayLimits.keptDeltas);
  const firstYoung = kept.findIndex((one) => one.atMs >= nowMs - replayLimits.keptMs);
  const from = Math.max(tooMany, firstYoung === -1 ? kept.length : firstYoung);
  return from === 0 ? kept : kept.slice(from);
};

/**
 * Takes a delta or snapshot into the window. `applied`: pass the delta on to the room. `gap`: read the stored result and
 * remember that (L-3).
 */
export const remember = (
  window: ReplayWindow,
  delta: Delta,
  nowMs: number,
): { readonly outcome: Absorbed['outcome']; readonly window: ReplayWindow } => {
  const { outcome, state } = absorb(window.state, delta);
  if (outcome !== 'applied') return { outcome, window };
  const kept = isWhole(delta) ? [] : pruned([...window.kept, { delta, atMs: nowMs }], nowMs);
  return { outcome, window: { state, kept } };
};

/** The answer to a viewer at `at`. One who is ahead of this window gets the snapshot too: only L-9 makes him take it. */
export const replayFrom = (window: ReplayWindow, at: Revision, nowMs: number): Replay => {
  const { state } = window;
  if (state === null) return { kind: 'nothing' };
  const whole = { kind: 'snapshot', snapshot: wholeDelta(state) } as const;
  if (at.engineVersion !== state.engineVersion || at.revision > state.revision || at.revision === 0) return whole;
  if (at.revision === state.revision) return { kind: 'deltas', deltas: [] };
  const missed = pruned(window.kept, nowMs).filter(({ delta }) => delta.revision > at.revision);
  const [first] = missed;
  if (first === undefined || first.delta.previousRevision > at.revision) return whole;
  return { kind: 'deltas', deltas: missed.map(({ delta }) => delta) };
};

/** The same answer as its audience may see it. */
export const replayFor = (audience: LiveAudience, replay: Replay): Replay => {
  if (replay.kind === 'nothing') return replay;
  if (replay.kind === 'snapshot') return { kind: 'snapshot', snapshot: deltaFor(audience, replay.snapshot) };
  return { kind: 'deltas', deltas: replay.deltas.map((delta) => deltaFor(audience, delta)) };
};

/** The newest state as an audience may see it; null: there is none yet. */
export const stateFor = (audience: LiveAudience, window: ReplayWindow): Snapshot | null =>
  window.state === null ? null : snapshotFor(audience, window.state);
