import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultLimits } from '../config/limits.ts';
import { draw, makeBucketInMemory } from './bucket.ts';

const { events } = defaultLimits;
const bucket = () => {
  const world = { nowMs: 1_000_000 };
  const { take, forget } = makeBucketInMemory(events, () => world.nowMs);
  return { world, take: (points: number) => take('pad', points), forget: () => forget('pad') };
};

test('A-11: a catch-up of 3,000 passes at once, the next play a moment later, and 500 more in ten seconds', async () => {
  const { world, take } = bucket();
  for (let batch = 0; batch < 6; batch += 1) assert.equal(await take(500), 0);
  assert.equal(await take(1), 20);
  world.nowMs += 20;
  assert.equal(await take(1), 0);
  assert.equal(await take(500), 10_000);
  world.nowMs += 10_000;
  assert.equal(await take(500), 0);
});

test('A-11: what is refused takes nothing, so asking again and again does not put the turn off', async () => {
  const { world, take } = bucket();
  await take(3_000);
  for (let attempt = 0; attempt < 100; attempt += 1) assert.equal(await take(500), 10_000);
  world.nowMs += 10_000;
  assert.equal(await take(500), 0);
});

test('A-11: whoever comes back later finds no more than a full bucket', async () => {
  const { world, take } = bucket();
  await take(3_000);
  world.nowMs += 86_400_000;
  assert.equal(await take(3_000), 0);
  assert.ok((await take(1)) > 0);
});

test('A-11: in any stretch of time no more passes than a full bucket and what refilled in it', () => {
  const asks = fc.array(fc.record({ afterMs: fc.nat(5_000), points: fc.integer({ min: 1, max: 500 }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(asks, (asked) => {
      let [nowMs, fullAtMs, passed] = [0, 0, 0];
      for (const { afterMs, points } of asked) {
        nowMs += afterMs;
        const drawn = draw(events, fullAtMs, points, nowMs);
        fullAtMs = drawn.fullAtMs;
        if (drawn.waitMs === 0) passed += points;
        assert.ok(passed <= 3_000 + nowMs / 20 + 1e-6);
      }
    }),
    { seed: 11 },
  );
});

test('a key that is forgotten has a full bucket', async () => {
  const { take, forget } = bucket();
  await take(3_000);
  await forget();
  assert.equal(await take(3_000), 0);
});
