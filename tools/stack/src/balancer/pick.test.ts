import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Backend, inOrder } from './pick.ts';

const backend = (port: number, isSound: boolean, underWay = 0): Backend => ({
  host: '127.0.0.1',
  port,
  isSound,
  underWay,
});
const portsOf = (backends: readonly Backend[]) => backends.map(({ port }) => port);

test('equal backends take turns', () => {
  const both = [backend(1, true), backend(2, true)];
  assert.deepEqual(
    [0, 1, 2].map((turn) => inOrder(both, turn)[0]?.port),
    [1, 2, 1],
  );
});

test('the one with less to do is asked first', () => {
  assert.deepEqual(portsOf(inOrder([backend(1, true, 5), backend(2, true, 1)], 0)), [2, 1]);
});

test('one that does not answer is asked last, however idle, and still asked', () => {
  assert.deepEqual(portsOf(inOrder([backend(1, false), backend(2, true, 9)], 0)), [2, 1]);
});
