import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWider, narrowest, startingVisibility, widerThan } from './cap.ts';

test('visibilities are ordered from the hosting staff to everybody', () => {
  assert.deepEqual(
    (['private', 'team', 'league', 'public'] as const).map((cap) => widerThan(cap)),
    [['team', 'league', 'public'], ['league', 'public'], ['public'], []],
  );
  assert.equal(isWider('team', 'team'), false);
});

test('of several the narrowest stands', () => {
  assert.equal(narrowest('public', 'league', 'team', 'public'), 'team');
});

test('only adults start in public', () => {
  assert.equal(startingVisibility('adult'), 'public');
  assert.equal(startingVisibility('under-20'), 'team');
});
