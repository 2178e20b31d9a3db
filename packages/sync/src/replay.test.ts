import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delta, Snapshot } from '@bball/engine';
import fc from 'fast-check';
import { anyCuts, anyHistory, type History } from '../testing/any-history.ts';
import { absorb, wholeDelta } from './merge.ts';
import {
  emptyWindow,
  type Replay,
  type ReplayWindow,
  remember,
  replayFor,
  replayFrom,
  replayLimits,
} from './replay.ts';

const windowOf = (history: History, cuts: readonly (readonly [number, number])[], nowMs = 0): ReplayWindow => {
  let { window } = remember(emptyWindow, wholeDelta(history.stateAt(1)), nowMs);
  for (const [from, to] of cuts) window = remember(window, history.delta(from, to), nowMs).window;
  return window;
};

const taken = (state: Snapshot | null, replay: Replay): Snapshot | null => {
  const deltas: readonly Delta[] =
    replay.kind === 'deltas' ? replay.deltas : replay.kind === 'snapshot' ? [replay.snapshot] : [];
  return deltas.reduce((now: Snapshot | null, delta) => absorb(now, delta).state, state);
};

const withCuts = anyHistory().chain((history) =>
  fc.record({ history: fc.constant(history), cuts: anyCuts(history.head) }),
);

test('L-4: whoever is behind is at the newest state after the answer, from wherever he asks', () => {
  fc.assert(
    fc.property(withCuts, fc.nat(), ({ history, cuts }, at) => {
      const window = windowOf(history, cuts);
      const mine = at % (history.head + 1);
      const state = mine === 0 ? null : history.stateAt(mine);
      const replay = replayFrom(window, { revision: mine, engineVersion: 1 }, 0);
      assert.deepEqual(taken(state, replay), history.stateAt(history.head));
      assert.equal(replay.kind, mine === 0 ? 'snapshot' : 'deltas');
    }),
  );
});

test('L-4: another engine version, a viewer who is ahead and a window without deltas are answered with the snapshot', () => {
  fc.assert(
    fc.property(withCuts, ({ history, cuts }) => {
      const window = windowOf(history, cuts);
      const kind = (revision: number, engineVersion: number, of = window) =>
        replayFrom(of, { revision, engineVersion }, 0).kind;
      assert.equal(kind(history.head, 2), 'snapshot');
      assert.equal(kind(history.head + 1, 1), 'snapshot');
      assert.equal(kind(1, 1, { ...window, kept: [] }), history.head === 1 ? 'deltas' : 'snapshot');
      assert.equal(kind(1, 1, emptyWindow), 'nothing');
    }),
  );
});

test('L-3: a window keeps the deltas of 60 s, and 256 at most', () => {
  fc.assert(
    fc.property(withCuts, ({ history, cuts }) => {
      const window = windowOf(history, cuts, 1_000);
      const late = 1_000 + replayLimits.keptMs;
      assert.equal(replayFrom(window, { revision: 1, engineVersion: 1 }, late).kind, 'deltas');
      assert.equal(replayFrom(window, { revision: 1, engineVersion: 1 }, late + 1).kind, 'snapshot');
    }),
  );
  const [history] = fc.sample(anyHistory(), { numRuns: 1, seed: 1 });
  let { window } = remember(emptyWindow, wholeDelta((history as History).stateAt(1)), 0);
  for (let r = 1; r <= 300; r++) {
    const delta = { ...(history as History).delta(1, 2), previousRevision: r, revision: r + 1 };
    window = remember(window, delta, 0).window;
  }
  assert.equal(window.kept.length, replayLimits.keptDeltas);
  assert.equal(replayFrom(window, { revision: 44, engineVersion: 1 }, 0).kind, 'snapshot');
  assert.equal(replayFrom(window, { revision: 45, engineVersion: 1 }, 0).kind, 'deltas');
});

test('L-3: a delta that does not join leaves the window as it is and says so', () => {
  fc.assert(
    fc.property(anyHistory(1, 4), (history) => {
      const { window } = remember(emptyWindow, wholeDelta(history.stateAt(1)), 0);
      assert.deepEqual(remember(window, history.delta(2, 3), 0), { outcome: 'gap', window });
      assert.deepEqual(remember(emptyWindow, history.delta(1, 2), 0), { outcome: 'gap', window: emptyWindow });
      const healed = remember(window, wholeDelta(history.stateAt(3)), 0);
      assert.deepEqual(healed, { outcome: 'applied', window: { state: history.stateAt(3), kept: [] } });
    }),
  );
});

test('L-11: everyone gets the same revisions as staff, without the flags', () => {
  fc.assert(
    fc.property(withCuts, ({ history, cuts }) => {
      const replay = replayFrom(windowOf(history, cuts), { revision: 1, engineVersion: 1 }, 0);
      const [all, filtered] = [taken(history.stateAt(1), replayFor('staff', replay)), replayFor('everyone', replay)];
      const seen = taken({ ...history.stateAt(1), flags: {} }, filtered);
      assert.deepEqual(seen, { ...(all as Snapshot), flags: {} });
    }),
  );
});
