/**
 * The one question a viewer has out at a time: when to ask, how long to wait, when to ask again.
 * Source: protocol.md L-2.
 */
import { type Viewer, type ViewerEffect, viewerTimes } from './viewer.ts';

type Step = { readonly viewer: Viewer; readonly effects: readonly ViewerEffect[] };

const pauseMs = (attempt: number): number =>
  attempt === 0 ? 0 : Math.min(viewerTimes.firstPauseMs * 2 ** (attempt - 1), viewerTimes.longestPauseMs);

/** Wants to ask, at once or after the back-off, unless a question is out or an earlier moment is set. */
export const wanting = (viewer: Viewer, nowMs: number): Viewer => {
  if (viewer.question !== null || viewer.phase === 'idle') return viewer;
  const askAtMs = Math.min(viewer.askAtMs ?? Number.POSITIVE_INFINITY, nowMs + pauseMs(viewer.attempt));
  return { ...viewer, askAtMs, phase: viewer.phase === 'live' ? 'asking' : viewer.phase };
};

/** Puts the question if its moment has come. In a reset it asks as one who has nothing. */
export const asked = (viewer: Viewer, nowMs: number): Step => {
  if (viewer.question !== null || viewer.askAtMs === null || nowMs < viewer.askAtMs) return { viewer, effects: [] };
  const isReset = viewer.phase === 'reset';
  const number = viewer.questions + 1;
  const revision = isReset ? 0 : (viewer.snapshot?.revision ?? 0);
  const engineVersion = isReset ? 0 : (viewer.snapshot?.engineVersion ?? 0);
  return {
    viewer: { ...viewer, questions: number, question: { number, askedAtMs: nowMs, isReset }, askAtMs: null },
    effects: [{ kind: 'ask', question: number, revision, engineVersion }],
  };
};

/** Forgets a question that nobody answered in time, and wants to ask again. */
export const expired = (viewer: Viewer, nowMs: number): Viewer => {
  if (viewer.question === null || nowMs - viewer.question.askedAtMs < viewerTimes.answerWithinMs) return viewer;
  return wanting({ ...viewer, question: null, attempt: viewer.attempt + 1 }, nowMs);
};
