import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playedMsAt, shownMinutes } from './played-time.ts';

test('LIN-4: time on court is the closed stints and the running one up to the clock', () => {
  assert.equal(playedMsAt({ playedMs: 120_000, onCourtFromMs: 400_000 }, 370_000), 150_000);
});

test('LIN-4: on the bench, or without a clock, the closed stints stand', () => {
  assert.equal(playedMsAt({ playedMs: 120_000, onCourtFromMs: null }, 370_000), 120_000);
  assert.equal(playedMsAt({ playedMs: 120_000, onCourtFromMs: 400_000 }, null), 120_000);
});

test('LIN-2: where no line-up was said the time is unknown', () => {
  assert.equal(playedMsAt({ playedMs: null, onCourtFromMs: null }, 370_000), null);
});

test('DRV-9: minutes are rounded, half a minute up, or cut off at the second', () => {
  assert.equal(shownMinutes(24 * 60_000 + 29_999, 'rounded'), '24');
  assert.equal(shownMinutes(24 * 60_000 + 30_000, 'rounded'), '25');
  assert.equal(shownMinutes(24 * 60_000 + 7_999, 'floored'), '24:07');
});
