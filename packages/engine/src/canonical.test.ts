import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, checksum53 } from './canonical.ts';

test('keys are sorted by code unit, at every depth, and what is undefined is left out', () => {
  assert.equal(canonicalJson({ b: [{ z: 1, a: null }], a: undefined, B: 'é' }), '{"B":"é","b":[{"a":null,"z":1}]}');
});

test('equal values are equal bytes, whatever the order they were made in', () => {
  assert.equal(canonicalJson({ x: 1, y: { p: true, q: [] } }), canonicalJson({ y: { q: [], p: true }, x: 1 }));
});

test('a checksum is a whole number of 53 bits that moves with one letter', () => {
  const [first, second] = [checksum53('possession'), checksum53('possessiom')];
  assert.notEqual(first, second);
  for (const sum of [first, second]) assert.ok(Number.isSafeInteger(sum) && sum >= 0 && sum < 2 ** 53);
});
