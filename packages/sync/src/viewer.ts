/**
 * Who watches a game: the state of one viewer, and what goes into and comes out of its machine (viewer-step.ts).
 * Source: protocol.md §10.
 */
import type { Delta, GameId, Snapshot } from '@bball/engine';
import type { LiveAudience } from './audience.ts';
import type { ClockSaid, ScorerSeen, ViewerMessage } from './messages.ts';

export const viewerTimes = {
  answerWithinMs: 5_000,
  firstPauseMs: 200,
  longestPauseMs: 5_000,
  silenceMs: 15_000,
  aheadMs: 10_000,
  earlyDeltas: 256,
} as const;

export type Viewer = {
  readonly gameId: GameId;
  readonly phase: 'idle' | 'asking' | 'live' | 'stale' | 'reset';
  /** What is shown; null: nothing there yet. */
  readonly snapshot: Snapshot | null;
  readonly audience: LiveAudience | null;
  readonly cardVersion: number | null;
  /** The highest seq the server said; beyond the snapshot's revision the numbers are still catching up. */
  readonly headSeq: number;
  readonly clock: (ClockSaid & { readonly heardAtMs: number }) | null;
  readonly scorers: readonly ScorerSeen[];
  /** Why watching ended for good; null: it did not. */
  readonly refusedBecause: string | null;
  /** The room is full: read over HTTP this often instead. */
  readonly pollMs: number | null;
  readonly question: { readonly number: number; readonly askedAtMs: number; readonly isReset: boolean } | null;
  readonly questions: number;
  readonly attempt: number;
  /** When to ask next; null: no need. */
  readonly askAtMs: number | null;
  readonly pollAtMs: number | null;
  readonly heardAtMs: number;
  readonly aheadSinceMs: number | null;
  readonly differences: number;
  /** Deltas that did not join yet. */
  readonly early: readonly Delta[];
};

export type ViewerInput =
  | { readonly kind: 'watch' | 'connected' | 'disconnected' | 'tick' }
  | { readonly kind: 'message'; readonly message: ViewerMessage }
  | { readonly kind: 'fetched'; readonly delta: Delta };

export type ViewerEffect =
  | { readonly kind: 'ask'; readonly question: number; readonly revision: number; readonly engineVersion: number }
  /** GET …/live, with `?atLeast=` where a revision is known to exist. */
  | { readonly kind: 'poll'; readonly atLeast: number | null }
  | { readonly kind: 'fetch-card'; readonly cardVersion: number }
  | { readonly kind: 'drop-card' }
  | { readonly kind: 'reconnect'; readonly afterMs: number }
  | { readonly kind: 'report'; readonly what: 'ahead-of-server' | 'checksum-differs' };

export type ViewerStep = { readonly viewer: Viewer; readonly effects: readonly ViewerEffect[] };

export const idleViewer = (gameId: GameId): Viewer => ({
  gameId,
  phase: 'idle',
  snapshot: null,
  audience: null,
  cardVersion: null,
  headSeq: 0,
  clock: null,
  scorers: [],
  refusedBecause: null,
  pollMs: null,
  question: null,
  questions: 0,
  attempt: 0,
  askAtMs: null,
  pollAtMs: null,
  heardAtMs: 0,
  aheadSinceMs: null,
  differences: 0,
  early: [],
});

/** When the next `tick` is due; null: only a message moves it. */
export const viewerWakesAtMs = (viewer: Viewer): number | null => {
  const moments = [
    viewer.askAtMs,
    viewer.pollAtMs,
    viewer.question === null ? null : viewer.question.askedAtMs + viewerTimes.answerWithinMs,
    viewer.phase === 'live' || viewer.phase === 'asking' ? viewer.heardAtMs + viewerTimes.silenceMs : null,
  ].filter((moment) => moment !== null);
  return moments.length === 0 ? null : Math.min(...moments);
};

/** Are there events in the log that the shown numbers do not have yet. */
export const isCatchingUp = (viewer: Viewer): boolean => viewer.headSeq > (viewer.snapshot?.revision ?? 0);

/** The game clock to show: the pad's, running on, where it is of this period or a later one; else the last clock a play said. */
export const clockAt = (
  viewer: Viewer,
  nowMs: number,
): { readonly period: number; readonly clockMs: number | null } => {
  const { clock, snapshot } = viewer;
  const period = snapshot?.game.period ?? 0;
  if (clock === null || clock.period < period) return { period, clockMs: snapshot?.game.clockMs ?? null };
  const passedMs = clock.isRunning ? Math.max(0, nowMs - clock.heardAtMs) : 0;
  return { period: clock.period, clockMs: Math.max(0, clock.clockMs - passedMs) };
};
