import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceId, IsoInstant } from '@bball/engine';
import { gone, type Presence, pendingElsewhere, presenceLastsMs, scorersOf, seen } from './presence.ts';

const [ana, ben] = ['ana', 'ben'] as DeviceId[] as [DeviceId, DeviceId];
const instant = (ms: number): IsoInstant => String(ms) as IsoInstant;
const none: Presence = new Map();

test('S-8: each device is present by itself, with what it said last', () => {
  let presence = seen(none, { deviceId: ana, role: 'scorer', pendingCount: 3 }, 0);
  presence = seen(presence, { deviceId: ben, role: 'mirror', pendingCount: 0 }, 10);
  presence = seen(presence, { deviceId: ana, role: 'scorer', pendingCount: 1 }, 20);
  assert.deepEqual(scorersOf(presence, 20, instant), [
    { deviceId: ana, role: 'scorer', pendingCount: 1, seenAt: '20' },
    { deviceId: ben, role: 'mirror', pendingCount: 0, seenAt: '10' },
  ]);
});

test('S-8: who says nothing for 30 s, or leaves, is gone', () => {
  const presence = seen(none, { deviceId: ana, role: 'scorer', pendingCount: 3 }, 0);
  assert.deepEqual(scorersOf(presence, presenceLastsMs, instant), []);
  assert.deepEqual(scorersOf(gone(presence, ana), 1, instant), []);
});

test('S-8: finalizing warns of other devices that still hold plays', () => {
  const presence = seen(
    seen(none, { deviceId: ana, role: 'scorer', pendingCount: 3 }, 0),
    { deviceId: ben, role: 'scorer', pendingCount: 2 },
    0,
  );
  assert.deepEqual(
    pendingElsewhere(scorersOf(presence, 0, instant), ana).map(({ deviceId }) => deviceId),
    [ben],
  );
});
