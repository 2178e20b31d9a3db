import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeover } from './watch-lease.ts';

const looks = [
  { holder: 'a', atMs: 0 },
  { holder: null, atMs: 3_000 },
  { holder: 'b', atMs: 3_400 },
];

test('K-3: a takeover is from the blow to the moment at which somebody else holds the lease', () => {
  assert.equal(takeover(looks, 1_000), 2_400);
});

test('K-3: who comes back in time was not taken over', () => {
  assert.equal(takeover([...looks.slice(0, 2), { holder: 'a', atMs: 3_400 }], 1_000), null);
});
