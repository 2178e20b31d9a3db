import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DeviceId } from './ids.ts';
import { rankAtEnd, rankBetween, rankOfPosition, rankPattern } from './rank.ts';

const device = fc.uuid().map((id) => id as DeviceId);
const rank = fc.stringMatching(rankPattern).filter((text) => text.length <= 100);
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const ana = '0197c0de-0000-7000-8000-00000000000a' as DeviceId;
const ben = '0197c0de-0000-7000-8000-00000000000b' as DeviceId;
const tipOff = 1_795_000_000_000;

test('PLC-1: a rank is 1 to 128 digits of base 62, not ending in 0', () => {
  for (const good of ['1', 'V', '0V', 'z'.repeat(128)]) assert.match(good, rankPattern);
  for (const bad of ['', '0', 'V0', 'a-b', 'ä', 'z'.repeat(129)]) assert.doesNotMatch(bad, rankPattern);
});

test('PLC-2: a play keyed at the end stands after all that is known of its period', () => {
  fc.assert(
    fc.property(moment, rank, device, (sharedNowMs, lastRank, deviceId) => {
      const made = rankAtEnd({ sharedNowMs, lastRank, deviceId });
      assert.match(made, rankPattern);
      assert.ok(made > lastRank);
    }),
  );
});

test('PLC-2: own plays keyed one after the other stay so, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 2, maxLength: 30 }), device, (moments, deviceId) => {
      let lastRank: string | null = null;
      for (const sharedNowMs of moments) {
        const made = rankAtEnd({ sharedNowMs, lastRank, deviceId });
        assert.ok(lastRank === null || made > lastRank);
        assert.equal(made.length, 11);
        lastRank = made;
      }
    }),
  );
});

test('PLC-3: plays of two phones that never met follow shared time', () => {
  fc.assert(
    fc.property(moment, moment, device, device, (one, other, a, b) => {
      fc.pre(one !== other);
      const first = rankAtEnd({ sharedNowMs: one, lastRank: null, deviceId: a });
      const second = rankAtEnd({ sharedNowMs: other, lastRank: null, deviceId: b });
      assert.equal(first < second, one < other);
    }),
  );
});

test('PLC-4: between two ranks there is always room, and the rank made is a rank', () => {
  fc.assert(
    fc.property(rank, rank, device, (one, other, deviceId) => {
      fc.pre(one !== other);
      const [after, before] = one < other ? [one, other] : [other, one];
      const made = rankBetween(after, before, deviceId);
      assert.match(made, rankPattern);
      assert.ok(after < made && made < before, `${after} < ${made} < ${before}`);
    }),
  );
});

test('PLC-4: before the first and after the last there is room', () => {
  fc.assert(
    fc.property(rank, device, (only, deviceId) => {
      assert.ok(rankBetween(null, only, deviceId) < only);
      assert.ok(rankBetween(only, null, deviceId) > only);
      assert.match(rankBetween(null, null, deviceId), rankPattern);
    }),
  );
});

test('PLC-5: two devices in the same gap get different ranks', () => {
  const after = rankAtEnd({ sharedNowMs: tipOff, lastRank: null, deviceId: ana });
  const before = rankAtEnd({ sharedNowMs: tipOff + 1, lastRank: null, deviceId: ben });
  const [one, other] = [rankBetween(after, before, ana), rankBetween(after, before, ben)];
  assert.notEqual(one, other);
});

const nested = (times: number, choose: (turn: number) => boolean): number => {
  let after = rankAtEnd({ sharedNowMs: tipOff, lastRank: null, deviceId: ana });
  let before = rankAtEnd({ sharedNowMs: tipOff + 1000, lastRank: null, deviceId: ben });
  let length = 0;
  for (let turn = 0; turn < times; turn++) {
    const made = rankBetween(after, before, turn % 2 === 0 ? ana : ben);
    assert.ok(after < made && made < before);
    length = made.length;
    if (choose(turn)) after = made;
    else before = made;
  }
  return length;
};

test('PLC-6: inserts nested in one gap grow slowly: 20 stay within 14 characters, 50 within 20, 400 within 101', () => {
  for (const choose of [() => true, () => false]) {
    for (const [times, longest] of [
      [20, 14],
      [50, 20],
      [400, 101],
    ] as const) {
      assert.ok(nested(times, choose) <= longest, `${times} inserts: ${nested(times, choose)} characters`);
    }
  }
});

test('PLC-6: in the worst order, from both sides in turn, 250 inserts stay within 101 characters', () => {
  for (const turns of [2, 3, 5]) assert.ok(nested(250, (turn) => turn % turns === 0) <= 101);
});

test('PLC-7: foreign ranks never make it throw, and what it makes is a rank', () => {
  const foreign = fc.string({ maxLength: 140, unit: 'binary' });
  fc.assert(
    fc.property(foreign, foreign, fc.double(), device, (one, other, time, deviceId) => {
      assert.match(rankBetween(one, other, deviceId).slice(-3), /^[0-9A-Za-z]{2}[1-9A-Za-z]$/);
      assert.ok(rankBetween(one, other, deviceId).length <= 128);
      assert.ok(rankAtEnd({ sharedNowMs: time, lastRank: one, deviceId }).length <= 128);
    }),
  );
});

test('PLC-7: between equal or turned ranks a play stands right after the first', () => {
  fc.assert(
    fc.property(rank, rank, device, (one, other, deviceId) => {
      const [greater, smaller] = one < other ? [other, one] : [one, other];
      const made = rankBetween(greater, smaller, deviceId);
      assert.match(made, rankPattern);
      assert.ok(made > greater && made < `${greater}1`);
    }),
  );
});

test('PLC-8: rows of an imported list keep their order, leave room, and stand before whatever is keyed later', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 100 }), device, (position, step, deviceId) => {
      const row = rankOfPosition(position);
      assert.match(row, rankPattern);
      assert.ok(row < rankOfPosition(position + step));
      const inserted = rankBetween(row, rankOfPosition(position + 1), deviceId);
      assert.ok(row < inserted && inserted < rankOfPosition(position + 1) && inserted.length <= 11);
      assert.ok(rankAtEnd({ sharedNowMs: tipOff, lastRank: row, deviceId }) > row);
    }),
  );
});
