import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delta, GameId, IsoInstant, Snapshot } from '@bball/engine';
import fc from 'fast-check';
import { anyHistory, type History } from '../testing/any-history.ts';
import { checksumOf } from './checksum.ts';
import { wholeDelta } from './merge.ts';
import type { ViewerMessage, Watching } from './messages.ts';
import {
  clockAt,
  idleViewer,
  isCatchingUp,
  type Viewer,
  type ViewerEffect,
  type ViewerInput,
  viewerWakesAtMs,
} from './viewer.ts';
import { viewerStep } from './viewer-step.ts';

const gameId = 'game' as GameId;
const [history] = fc.sample(anyHistory(1, 9), { numRuns: 1, seed: 7 }) as [History];
const at = (revision: number): Snapshot => history.stateAt(revision);

/** Drives one viewer by hand and keeps what it wanted. */
const driven = () => {
  let viewer = idleViewer(gameId);
  let effects: readonly ViewerEffect[] = [];
  const step = (input: ViewerInput, nowMs: number): readonly ViewerEffect[] => {
    const next = viewerStep(viewer, input, nowMs);
    viewer = next.viewer;
    effects = next.effects;
    return effects;
  };
  return {
    step,
    hear: (message: ViewerMessage, nowMs: number) => step({ kind: 'message', message }, nowMs),
    get viewer(): Viewer {
      return viewer;
    },
    get revision(): number | null {
      return viewer.snapshot?.revision ?? null;
    },
  };
};

const watching = (question: number, answer: Partial<Watching> = {}): Watching => ({
  type: 'watching',
  question,
  gameId,
  audience: 'everyone',
  cardVersion: 1,
  headSeq: 0,
  deltas: null,
  snapshot: null,
  ...answer,
});

const pulse = (snapshot: Snapshot, headSeq = snapshot.revision, checksum = checksumOf(snapshot)): ViewerMessage => ({
  type: 'pulse',
  gameId,
  revision: snapshot.revision,
  engineVersion: snapshot.engineVersion,
  headSeq,
  checksum,
});

const delta = (from: number, to: number): ViewerMessage => ({ type: 'delta', delta: history.delta(from, to) });
const ask = (question: number, revision: number, engineVersion: number) => ({
  kind: 'ask',
  question,
  revision,
  engineVersion,
});
const fetchCard = { kind: 'fetch-card', cardVersion: 1 };

const live = (revision: number, nowMs = 0) => {
  const one = driven();
  one.step({ kind: 'watch' }, nowMs);
  one.hear(watching(1, { snapshot: wholeDelta(at(revision)), headSeq: revision }), nowMs);
  return one;
};

test('L-1: a watch asks, its answer is shown, the card is fetched', () => {
  const one = driven();
  assert.deepEqual(one.step({ kind: 'watch' }, 0), [ask(1, 0, 0)]);
  assert.equal(one.viewer.phase, 'asking');
  assert.deepEqual(one.hear(watching(1, { snapshot: wholeDelta(at(3)), headSeq: 4 }), 40), [fetchCard]);
  assert.equal(one.viewer.phase, 'live');
  assert.deepEqual(one.viewer.snapshot, at(3));
  assert.equal(isCatchingUp(one.viewer), true);
});

test('L-1: an answer that there is nothing yet is an answer too', () => {
  const one = driven();
  one.step({ kind: 'watch' }, 0);
  one.hear(watching(1), 40);
  assert.deepEqual([one.viewer.phase, one.revision, viewerWakesAtMs(one.viewer)], ['live', null, 15_040]);
});

test('L-1: deltas that come before the answer are absorbed in any order', () => {
  const one = driven();
  one.step({ kind: 'watch' }, 0);
  for (const early of [delta(5, 6), delta(3, 5), delta(6, 7)]) one.hear(early, 10);
  assert.equal(one.revision, null);
  one.hear(watching(1, { snapshot: wholeDelta(at(3)) }), 20);
  assert.deepEqual(one.viewer.snapshot, at(7));
});

test('L-2: one question at a time, forgotten after 5 s, asked again after a pause that grows to 5 s', () => {
  const one = driven();
  one.step({ kind: 'watch' }, 0);
  assert.deepEqual(one.hear(pulse(at(5)), 100), []);
  let nowMs = 0;
  const pauses: number[] = [];
  for (let question = 2; question <= 8; question++) {
    assert.deepEqual(one.step({ kind: 'tick' }, nowMs + 4_999), []);
    one.step({ kind: 'tick' }, nowMs + 5_000);
    const wakesAtMs = viewerWakesAtMs(one.viewer) as number;
    assert.deepEqual(one.step({ kind: 'tick' }, wakesAtMs), [ask(question, 0, 0)]);
    pauses.push(wakesAtMs - nowMs - 5_000);
    nowMs = wakesAtMs;
  }
  assert.deepEqual(pauses, [200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
});

test('L-2: an answer to a question that was forgotten is absorbed, and the newer question stays', () => {
  const one = driven();
  one.step({ kind: 'watch' }, 0);
  one.step({ kind: 'tick' }, 5_000);
  one.step({ kind: 'tick' }, 5_200);
  one.hear(watching(1, { snapshot: wholeDelta(at(4)) }), 5_300);
  assert.deepEqual([one.revision, one.viewer.question?.number], [4, 2]);
});

test('L-4: a delta that joins is shown, one that does not makes the viewer ask and keep what it shows', () => {
  const one = live(3);
  one.hear(delta(3, 4), 10);
  assert.deepEqual(one.viewer.snapshot, at(4));
  assert.deepEqual(one.hear(delta(6, 7), 20), [ask(2, 4, 1)]);
  assert.deepEqual([one.viewer.phase, one.revision], ['asking', 4]);
  one.hear(watching(2, { deltas: [history.delta(4, 6)] }), 30);
  assert.deepEqual([one.viewer.phase, one.revision], ['live', 7]);
});

test('L-5: a snapshot older than what is shown is dropped, whether it was sent, answered or fetched', () => {
  const one = live(5);
  one.hear({ type: 'snapshot', delta: wholeDelta(at(3)) }, 10);
  one.step({ kind: 'fetched', delta: wholeDelta(at(2)) }, 20);
  one.hear(watching(1, { snapshot: wholeDelta(at(4)) }), 30);
  assert.deepEqual(one.viewer.snapshot, at(5));
});

test('I-21: a pulse that is ahead tells that the last delta was lost', () => {
  const one = live(3);
  assert.deepEqual(one.hear(pulse(at(4)), 5_000), [ask(2, 3, 1)]);
  one.hear(watching(2, { deltas: [history.delta(3, 4)], headSeq: 4 }), 5_040);
  assert.deepEqual([one.viewer.phase, one.revision, isCatchingUp(one.viewer)], ['live', 4, false]);
});

test('L-9: ahead of its server the viewer keeps its state for 10 s of pulses, then says so and takes what the server has', () => {
  const one = live(6);
  assert.deepEqual(one.hear(pulse(at(4)), 5_000), []);
  assert.deepEqual(one.hear(pulse(at(4)), 10_000), []);
  assert.deepEqual(one.hear(pulse(at(4)), 15_000), [{ kind: 'report', what: 'ahead-of-server' }, ask(2, 0, 0)]);
  assert.deepEqual([one.viewer.phase, one.revision], ['reset', 6]);
  one.hear(watching(2, { snapshot: wholeDelta(at(4)) }), 15_040);
  assert.deepEqual([one.viewer.phase, one.viewer.snapshot], ['live', at(4)]);
});

test('L-9: a pulse that caught up in between starts the 10 s anew', () => {
  const one = live(6);
  one.hear(pulse(at(4)), 5_000);
  one.hear(pulse(at(6)), 10_000);
  assert.deepEqual(one.hear(pulse(at(4)), 15_000), []);
});

test('L-9: a checksum that differs twice at an equal revision resets, once does not', () => {
  const one = live(5);
  assert.deepEqual(one.hear(pulse(at(5), 5, 1), 5_000), []);
  one.hear(pulse(at(5)), 10_000);
  assert.deepEqual(one.hear(pulse(at(5), 5, 1), 15_000), []);
  assert.deepEqual(one.hear(pulse(at(5), 5, 1), 20_000), [{ kind: 'report', what: 'checksum-differs' }, ask(2, 0, 0)]);
});

test('L-9: in a reset only the answer to its own question may take the revision down', () => {
  const one = live(6);
  for (const nowMs of [5_000, 10_000, 15_000]) one.hear(pulse(at(4)), nowMs);
  one.hear({ type: 'snapshot', delta: wholeDelta(at(3)) }, 15_010);
  one.hear(watching(1, { snapshot: wholeDelta(at(3)) }), 15_020);
  assert.deepEqual([one.viewer.phase, one.revision], ['reset', 6]);
});

test('I-19: the label of silence comes after 15 s and goes with the next message', () => {
  const one = live(3);
  one.step({ kind: 'tick' }, 14_999);
  assert.equal(one.viewer.phase, 'live');
  one.step({ kind: 'tick' }, 15_000);
  assert.deepEqual([one.viewer.phase, one.revision], ['stale', 3]);
  one.hear(pulse(at(3)), 16_000);
  assert.equal(one.viewer.phase, 'live');
});

test('L-10: after a lost connection it asks at once with the revision it has; leaving says when', () => {
  const one = live(5);
  assert.deepEqual(one.hear({ type: 'leaving', reconnectInMs: 4_000 }, 100), [{ kind: 'reconnect', afterMs: 4_000 }]);
  one.step({ kind: 'disconnected' }, 200);
  assert.deepEqual(one.step({ kind: 'connected' }, 4_200), [ask(2, 5, 1)]);
});

test('L-8: a full room is read over HTTP, at least as far as a revision that is known to exist', () => {
  const one = live(3);
  one.hear(delta(6, 7), 50);
  const refusal = { type: 'watch-refused', gameId, code: 'room-is-full', pollMs: 2_000 } as const;
  assert.deepEqual(one.hear(refusal, 100), [{ kind: 'poll', atLeast: 7 }]);
  one.step({ kind: 'fetched', delta: wholeDelta(at(7)) }, 150);
  assert.deepEqual([one.revision, viewerWakesAtMs(one.viewer)], [7, 2_100]);
  assert.deepEqual(one.step({ kind: 'tick' }, 2_100), [{ kind: 'poll', atLeast: null }]);
});

test('L-12: when the right to watch ends, snapshot and card are dropped, and it asks what it may see now', () => {
  const one = live(5);
  assert.deepEqual(one.hear({ type: 'watch-ended', gameId, code: 'access-changed' }, 100), [{ kind: 'drop-card' }]);
  assert.deepEqual([one.viewer.snapshot, one.viewer.cardVersion], [null, null]);
  assert.deepEqual(one.step({ kind: 'tick' }, 300), [ask(2, 0, 0)]);
  const refusal = { type: 'watch-refused', gameId, code: 'game-not-found', pollMs: null } as const;
  one.hear(refusal, 340);
  assert.deepEqual([one.viewer.phase, one.viewer.refusedBecause], ['idle', 'game-not-found']);
  assert.equal(viewerWakesAtMs(one.viewer), null);
});

test('L-13: a changed card is fetched once', () => {
  const one = live(5);
  assert.deepEqual(one.hear({ type: 'card-changed', gameId, cardVersion: 2 }, 10), [
    { kind: 'fetch-card', cardVersion: 2 },
  ]);
  assert.deepEqual(one.hear({ type: 'card-changed', gameId, cardVersion: 2 }, 20), []);
});

test('L-1: messages of another game change nothing', () => {
  const one = live(5);
  const before = one.viewer;
  one.hear({ type: 'card-changed', gameId: 'other' as GameId, cardVersion: 9 }, 0);
  one.hear({ type: 'delta', delta: { ...history.delta(5, 6), gameId: 'other' as GameId } as Delta }, 0);
  assert.deepEqual(one.viewer, before);
});

test('L-1: the clock of the pad runs on between messages; without one the last clock said is shown', () => {
  const one = live(5);
  const { period } = at(5).game;
  assert.deepEqual(clockAt(one.viewer, 0), { period: period ?? 0, clockMs: at(5).game.clockMs ?? null });
  const said = {
    type: 'clock',
    gameId,
    period: 2,
    clockMs: 60_000,
    isRunning: true,
    serverAt: '' as IsoInstant,
  } as const;
  one.hear(said, 1_000);
  assert.deepEqual(clockAt(one.viewer, 11_000), { period: 2, clockMs: 50_000 });
  one.hear({ ...said, isRunning: false }, 12_000);
  assert.deepEqual(clockAt(one.viewer, 30_000), { period: 2, clockMs: 60_000 });
});

test('I-20: whatever is heard, in any order, what is shown never falls without a report, and is a state of the server', () => {
  const anyMessage = fc.nat(8).chain((revision) =>
    fc.oneof(
      fc.constant(pulse(at(revision))),
      fc.constant<ViewerMessage>({ type: 'snapshot', delta: wholeDelta(at(revision)) }),
      fc.nat(7).map((from) => delta(1 + (from % 8), 2 + (from % 8))),
      fc.integer({ min: 1, max: 4 }).map((question) => watching(question, { snapshot: wholeDelta(at(revision)) })),
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(anyMessage, fc.nat(6_000)), { maxLength: 40 }), (script) => {
      const one = driven();
      one.step({ kind: 'watch' }, 0);
      let nowMs = 0;
      for (const [message, passedMs] of script) {
        nowMs += passedMs;
        const before = one.viewer;
        one.hear(message, nowMs);
        const isReset = before.phase === 'reset';
        assert.ok(isReset || (one.revision ?? 0) >= (before.snapshot?.revision ?? 0));
        if (one.viewer.snapshot !== null) assert.deepEqual(one.viewer.snapshot, at(one.viewer.snapshot.revision));
      }
    }),
    { numRuns: 500 },
  );
});
