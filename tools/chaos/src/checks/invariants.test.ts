import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { inRoot } from '../../../setup/places.mjs';
import { invariants } from './invariants.ts';

test('every invariant of the protocol is seen from outside, or a test is named that shows it', () => {
  assert.deepEqual(
    Object.keys(invariants),
    Array.from({ length: 24 }, (_, index) => `I-${index + 1}`),
  );
  for (const [rule, row] of Object.entries(invariants)) {
    assert.ok(Object.keys(row).length > 0, rule);
    if ('elsewhere' in row) assert.ok(existsSync(inRoot(row.elsewhere.test)), row.elsewhere.test);
  }
});
