import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Delta, Snapshot } from '@bball/engine';
import fc from 'fast-check';
import { anyCuts, anyHistory, type History } from '../testing/any-history.ts';
import { deltaFor, type LiveAudience, snapshotFor } from './audience.ts';
import { absorb, coalesce, isNewer, wholeDelta } from './merge.ts';

const interval = fc.nat().chain((a) => fc.tuple(fc.constant(a), fc.nat(), fc.nat()));

/** A history with three revisions a ≤ r < b of it, a ≥ 1. */
const withInterval = anyHistory().chain((history) =>
  interval.map(([a, r, b]) => {
    const to = 2 + (b % (history.head - 1));
    const from = 1 + (a % (to - 1));
    return { history, from, at: from + (r % (to - from)), to };
  }),
);

test('W-1: revision comes before engine version', () => {
  const at = (revision: number, engineVersion: number) => ({ revision, engineVersion });
  assert.equal(isNewer(at(8, 1), at(7, 2)), true);
  assert.equal(isNewer(at(7, 2), at(7, 1)), true);
  assert.equal(isNewer(at(7, 1), at(7, 1)), false);
  assert.equal(isNewer(at(7, 2), at(8, 1)), false);
});

test('I-18: a delta (a, b] applied to any state a ≤ r < b gives the state b', () => {
  fc.assert(
    fc.property(withInterval, ({ history, from, at, to }) => {
      const { outcome, state } = absorb(history.stateAt(at), history.delta(from, to));
      assert.equal(outcome, 'applied');
      assert.deepEqual(state, history.stateAt(to));
    }),
    { numRuns: 2000 },
  );
});

test('I-18: deltas coalesced in any grouping give the same delta', () => {
  const grouped = anyHistory().chain((history) =>
    fc.record({ history: fc.constant(history), fine: anyCuts(history.head), coarse: anyCuts(history.head) }),
  );
  fc.assert(
    fc.property(grouped, ({ history, fine, coarse }) => {
      const deltas = fine.map(([from, to]) => history.delta(from, to));
      const groups = coarse.map(([from, to]) =>
        deltas.filter((delta) => delta.revision > from && delta.revision <= to),
      );
      const byGroup = groups.flatMap((group) => coalesce(group) ?? []);
      assert.deepEqual(coalesce(byGroup), history.delta(1, history.head));
      assert.deepEqual(coalesce(deltas), history.delta(1, history.head));
    }),
    { numRuns: 1000 },
  );
});

test('I-18: a snapshot coalesced with the deltas after it is the later snapshot', () => {
  fc.assert(
    fc.property(withInterval, ({ history, from, at, to }) => {
      const whole = coalesce([wholeDelta(history.stateAt(at)), history.delta(from, to)]);
      assert.deepEqual(whole, wholeDelta(history.stateAt(to)));
    }),
  );
});

test('L-4: deltas that do not chain, or of two engines, do not coalesce', () => {
  fc.assert(
    fc.property(anyHistory(1, 4), anyHistory(2, 4), (one, other) => {
      assert.equal(coalesce([one.delta(1, 2), one.delta(3, 4)]), null);
      assert.equal(coalesce([one.delta(1, 2), other.delta(2, 3)]), null);
      assert.equal(coalesce([]), null);
    }),
  );
});

const messagesOf = (history: History): fc.Arbitrary<readonly Delta[]> => {
  const whole = fc.integer({ min: 0, max: history.head }).map((r) => wholeDelta(history.stateAt(r)));
  const part = fc.tuple(fc.integer({ min: 1, max: history.head - 1 }), fc.nat()).map(([from, more]) => {
    return history.delta(from, from + 1 + (more % (history.head - from)));
  });
  return fc.array(fc.oneof({ weight: 1, arbitrary: whole }, { weight: 4, arbitrary: part }), { maxLength: 30 });
};

test('I-20: whatever arrives, in any order and number, a state never falls back and is never a mixture', () => {
  const twoEngines = fc.record({ one: anyHistory(1), other: anyHistory(2) }).chain(({ one, other }) =>
    fc.tuple(messagesOf(one), messagesOf(other)).chain(([a, b]) =>
      fc.record({
        histories: fc.constant([one, other] as const),
        messages: fc.shuffledSubarray([...a, ...b], { minLength: a.length + b.length }),
      }),
    ),
  );
  fc.assert(
    fc.property(twoEngines, ({ histories, messages }) => {
      let state: Snapshot | null = null;
      for (const message of messages) {
        const before: Snapshot | null = state;
        const absorbed = absorb(before, message);
        state = absorbed.state;
        if (absorbed.outcome !== 'applied') assert.equal(state, before);
        else if (before !== null) assert.ok(isNewer(absorbed.state, before));
        if (state !== null) {
          assert.deepEqual(state, histories[state.engineVersion === 1 ? 0 : 1].stateAt(state.revision));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('L-5: a snapshot older than what is shown is dropped, whoever sent it', () => {
  fc.assert(
    fc.property(withInterval, ({ history, at, to }) => {
      assert.equal(absorb(history.stateAt(to), wholeDelta(history.stateAt(at))).outcome, 'repeat');
    }),
  );
});

test('L-11: the filter of an audience goes through absorb, and an empty delta moves the revision all the same', () => {
  fc.assert(
    fc.property(
      withInterval,
      fc.constantFrom<LiveAudience>('everyone', 'staff'),
      ({ history, from, at, to }, audience) => {
        const shown = absorb(snapshotFor(audience, history.stateAt(at)), deltaFor(audience, history.delta(from, to)));
        assert.deepEqual(shown.state, snapshotFor(audience, history.stateAt(to)));
      },
    ),
  );
});
