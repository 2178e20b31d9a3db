import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeInTurn } from './in-turn.ts';

test('work of one key runs one after the other, a failure holds nobody up; other keys do not wait', async () => {
  const inTurn = makeInTurn();
  const steps: string[] = [];
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const first = inTurn('a', async () => {
    await gate;
    steps.push('a1');
    throw new Error('it failed');
  });
  const second = inTurn('a', async () => void steps.push('a2'));
  await inTurn('b', async () => void steps.push('b'));
  assert.deepEqual(steps, ['b']);
  open();
  await assert.rejects(first, /it failed/);
  await second;
  assert.deepEqual(steps, ['b', 'a1', 'a2']);
});
