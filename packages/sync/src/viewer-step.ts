/**
 * The machine of a viewer: one state, fed by messages and by time, that says what to do. Pure: the moment is an argument, what is to
 * be done comes out as effects.
 *
 *  idle ─watch─► asking ─answer─► live ─gap | newer pulse─► asking (old state stays)    live ─15 s of silence─► stale ─message─► live
 *  live ─pulses older for 10 s | checksum differs twice─► reset ─answer─► live          any ─watch-ended─► idle, and watch anew
 *
 * Invariants: what is shown is a state that some server had at that (revision, engineVersion) (I-19); its revision never falls
 * but by a reset, which is reported (I-20, L-9); one question at a time (L-2); deltas before the answer are not lost (L-1).
 * Source: protocol.md §10.
 */
import type { Delta, GameId } from '@bball/engine';
import { checksumOf } from './checksum.ts';
import { absorb, isNewer, snapshotIn } from './merge.ts';
import type { Pulse, ViewerMessage, Watching } from './messages.ts';
import { idleViewer, type Viewer, type ViewerInput, type ViewerStep, viewerTimes } from './viewer.ts';
import { asked, expired, wanting } from './viewer-question.ts';

const quiet = (viewer: Viewer): ViewerStep => ({ viewer, effects: [] });

const byRevision = (a: Delta, b: Delta): number => a.revision - b.revision;

/** Absorbs deltas; those that do not join yet are kept for the answer that will let them. */
const absorbing = (viewer: Viewer, deltas: readonly Delta[]): Viewer => {
  let { snapshot } = viewer;
  const early: Delta[] = [];
  for (const delta of [...viewer.early, ...deltas].sort(byRevision)) {
    const absorbed = absorb(snapshot, delta);
    snapshot = absorbed.state;
    if (absorbed.outcome === 'gap') early.push(delta);
  }
  return { ...viewer, snapshot, early: early.slice(-viewerTimes.earlyDeltas) };
};

const carded = (viewer: Viewer, cardVersion: number): ViewerStep =>
  viewer.cardVersion === cardVersion
    ? quiet(viewer)
    : { viewer: { ...viewer, cardVersion }, effects: [{ kind: 'fetch-card', cardVersion }] };

const answered = (viewer: Viewer, answer: Watching, nowMs: number): ViewerStep => {
  const deltas = answer.snapshot === null ? (answer.deltas ?? []) : [answer.snapshot];
  const { question } = viewer;
  const known = { ...viewer, audience: answer.audience, headSeq: answer.headSeq };
  if (question?.number !== answer.question) return carded(absorbing(known, deltas), answer.cardVersion);
  const start = { ...known, question: null, phase: 'live', pollMs: null, pollAtMs: null } as const;
  const settled =
    question.isReset && answer.snapshot !== null
      ? absorbing(
          { ...start, snapshot: snapshotIn(answer.snapshot), early: [], aheadSinceMs: null, differences: 0 },
          [],
        )
      : absorbing(start, deltas);
  const isBehind = settled.early.length > 0;
  const next = isBehind ? wanting({ ...settled, attempt: viewer.attempt + 1 }, nowMs) : { ...settled, attempt: 0 };
  return carded(next, answer.cardVersion);
};

/** The server's state is taken whatever it is: the only way down, and it is reported (L-9). */
const resetting = (viewer: Viewer, what: 'ahead-of-server' | 'checksum-differs', nowMs: number): ViewerStep => ({
  viewer: wanting({ ...viewer, phase: 'reset', question: null, attempt: 0, askAtMs: null }, nowMs),
  effects: [{ kind: 'report', what }],
});

const pulsed = (viewer: Viewer, pulse: Pulse, nowMs: number): ViewerStep => {
  const known = { ...viewer, headSeq: pulse.headSeq };
  const { snapshot } = known;
  if (known.phase === 'reset') return quiet(known);
  if (pulse.revision === 0 && snapshot === null) return quiet(known);
  if (snapshot === null || isNewer(pulse, snapshot)) return quiet(wanting({ ...known, aheadSinceMs: null }, nowMs));
  if (isNewer(snapshot, pulse)) {
    const aheadSinceMs = known.aheadSinceMs ?? nowMs;
    if (nowMs - aheadSinceMs >= viewerTimes.aheadMs) return resetting(known, 'ahead-of-server', nowMs);
    return quiet({ ...known, aheadSinceMs });
  }
  const differences = checksumOf(snapshot) === pulse.checksum ? 0 : known.differences + 1;
  if (differences >= 2) return resetting(known, 'checksum-differs', nowMs);
  return quiet({ ...known, differences, aheadSinceMs: null });
};

const dropped = (viewer: Viewer): ViewerStep => {
  const { gameId, questions, heardAtMs } = viewer;
  return { viewer: { ...idleViewer(gameId), questions, heardAtMs }, effects: [{ kind: 'drop-card' }] };
};

/** After a change of rights the viewer starts from nothing, and asks what it may see now (L-12). */
const ended = (viewer: Viewer, nowMs: number): ViewerStep => {
  const { viewer: fresh, effects } = dropped(viewer);
  return { viewer: wanting({ ...fresh, phase: 'asking', attempt: 1 }, nowMs), effects };
};

/** A full room is read over HTTP, and what is shown stays; any other refusal ends it. */
const refused = (viewer: Viewer, code: string, pollMs: number | null, nowMs: number): ViewerStep => {
  if (pollMs !== null) {
    return quiet({ ...viewer, phase: 'live', question: null, askAtMs: null, pollMs, pollAtMs: nowMs });
  }
  const { viewer: fresh, effects } = dropped(viewer);
  return { viewer: { ...fresh, refusedBecause: code }, effects };
};

const received = (viewer: Viewer, message: ViewerMessage, nowMs: number): ViewerStep => {
  switch (message.type) {
    case 'watching':
      return answered(viewer, message, nowMs);
    case 'delta':
    case 'snapshot': {
      const next = absorbing(viewer, [message.delta]);
      return quiet(next.early.length > 0 ? wanting(next, nowMs) : next);
    }
    case 'pulse':
      return pulsed(viewer, message, nowMs);
    case 'clock':
      return quiet({ ...viewer, clock: { ...message, heardAtMs: nowMs } });
    case 'presence':
      return quiet({ ...viewer, scorers: message.scorers });
    case 'card-changed':
      return carded(viewer, message.cardVersion);
    case 'watch-ended':
      return ended(viewer, nowMs);
    case 'watch-refused':
      return refused(viewer, message.code, message.pollMs, nowMs);
    case 'leaving':
      return { viewer, effects: [{ kind: 'reconnect', afterMs: message.reconnectInMs }] };
  }
};

const heard = (viewer: Viewer, nowMs: number): Viewer => {
  if (viewer.phase !== 'stale') return { ...viewer, heardAtMs: nowMs };
  const phase = viewer.question === null && viewer.askAtMs === null ? 'live' : 'asking';
  return { ...viewer, phase, heardAtMs: nowMs };
};

const gameOf = (message: ViewerMessage): GameId | null => {
  if (message.type === 'leaving') return null;
  return 'delta' in message ? message.delta.gameId : message.gameId;
};

const polled = (viewer: Viewer, nowMs: number): ViewerStep => {
  if (viewer.pollMs === null || viewer.pollAtMs === null || nowMs < viewer.pollAtMs) return quiet(viewer);
  const known = Math.max(0, ...viewer.early.map((delta) => delta.revision));
  const atLeast = known > (viewer.snapshot?.revision ?? 0) ? known : null;
  return { viewer: { ...viewer, pollAtMs: nowMs + viewer.pollMs }, effects: [{ kind: 'poll', atLeast }] };
};

const silent = (viewer: Viewer, nowMs: number): Viewer => {
  const isShown = viewer.phase === 'live' || viewer.phase === 'asking';
  return isShown && nowMs - viewer.heardAtMs >= viewerTimes.silenceMs ? { ...viewer, phase: 'stale' } : viewer;
};

const taken = (viewer: Viewer, input: ViewerInput, nowMs: number): ViewerStep => {
  switch (input.kind) {
    case 'watch':
      if (viewer.phase !== 'idle') return quiet(viewer);
      return quiet(wanting({ ...viewer, phase: 'asking', refusedBecause: null, heardAtMs: nowMs }, nowMs));
    case 'connected':
      return quiet(wanting({ ...viewer, question: null, attempt: 0, askAtMs: null }, nowMs));
    case 'disconnected':
      return quiet({ ...viewer, question: null, askAtMs: null });
    case 'tick':
      return quiet(silent(expired(viewer, nowMs), nowMs));
    case 'fetched':
      return quiet(absorbing(heard(viewer, nowMs), [input.delta]));
    case 'message': {
      const gameId = gameOf(input.message);
      if (viewer.phase === 'idle' || (gameId !== null && gameId !== viewer.gameId)) return quiet(viewer);
      return received(heard(viewer, nowMs), input.message, nowMs);
    }
  }
};

/** The next state and what to do. Effects are to be carried out in order; their results come back as inputs. */
export const viewerStep = (viewer: Viewer, input: ViewerInput, nowMs: number): ViewerStep => {
  const first = taken(viewer, input, nowMs);
  const second = asked(first.viewer, nowMs);
  const third = polled(second.viewer, nowMs);
  return { viewer: third.viewer, effects: [...first.effects, ...second.effects, ...third.effects] };
};
