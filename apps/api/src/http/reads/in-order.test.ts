import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder } from './in-order.ts';

test('P8: equal values are equal bytes, whatever order their keys were written in', () => {
  const one = { b: [{ d: 1, c: null }], a: { f: 'x', e: 0.5 } };
  const other = { a: { e: 0.5, f: 'x' }, b: [{ c: null, d: 1 }] };
  assert.equal(JSON.stringify(inOrder(one)), JSON.stringify(inOrder(other)));
  assert.deepEqual(inOrder(one), one);
});
