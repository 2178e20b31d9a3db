import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeTopicOrder } from './topic-order.ts';

test('I-14: repeats are no matter, a seq that comes before its predecessor is', () => {
  const order = makeTopicOrder();
  for (const seq of [1, 2, 1, 2, 3]) order.saw('a game', seq);
  assert.deepEqual(order.faults, []);
  order.saw('a game', 5);
  assert.deepEqual(order.faults, ['a game I-14: 5 came after 3']);
});

test('I-14: after records were deleted unread only games that begin later are judged', () => {
  const order = makeTopicOrder();
  order.saw('a', 1);
  order.forgive();
  order.saw('a', 9);
  assert.deepEqual(order.faults, []);
  order.saw('b', 2);
  assert.equal(order.faults.length, 1);
});
