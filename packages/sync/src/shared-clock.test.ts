import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contacted, offsetMs, restartedClock, sharedNowMs } from './shared-clock.ts';

test('PLC-3: never in contact, the wall clock is all there is', () => {
  assert.equal(sharedNowMs(restartedClock(null), { wallMs: 1_000, monotonicMs: 5 }), 1_000);
});

test('PLC-3: after a contact the server’s time runs on by the monotonic clock, and a step of the wall clock moves nothing', () => {
  const clock = contacted(restartedClock(null), { serverAtMs: 50_000, sentMonotonicMs: 100, receivedMonotonicMs: 300 });
  assert.equal(sharedNowMs(clock, { wallMs: 9_999_999, monotonicMs: 1_200 }), 51_000);
});

test('PLC-3: the contact with the smallest round trip counts', () => {
  const first = contacted(restartedClock(null), { serverAtMs: 50_000, sentMonotonicMs: 0, receivedMonotonicMs: 100 });
  const slow = contacted(first, { serverAtMs: 80_000, sentMonotonicMs: 1_000, receivedMonotonicMs: 9_000 });
  assert.equal(slow, first);
});

test('PLC-3: the error is at most half the round trip', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), (thereMs, backMs) => {
      const answer = { serverAtMs: 100_000 + thereMs, sentMonotonicMs: 0, receivedMonotonicMs: thereMs + backMs };
      const errorMs = sharedNowMs(contacted(restartedClock(null), answer), { wallMs: 0, monotonicMs: 0 }) - 100_000;
      assert.ok(Math.abs(errorMs) <= (thereMs + backMs) / 2 + 1);
    }),
  );
});

test('PLC-3: after a restart it is the wall clock and the offset that was stored', () => {
  const time = { wallMs: 20_000, monotonicMs: 100 };
  const clock = contacted(restartedClock(null), { serverAtMs: 50_000, sentMonotonicMs: 100, receivedMonotonicMs: 100 });
  const again = restartedClock(offsetMs(clock, time));
  assert.equal(sharedNowMs(again, { wallMs: 25_000, monotonicMs: 1 }), 55_000);
  assert.equal(offsetMs(again, time), 30_000);
});
