import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parts } from './parts.ts';
import { stopOrder } from './supervisor.ts';

const rounds = stopOrder(parts.map(({ name }) => name));
const roundOf = (name: string) => rounds.findIndex((round) => round.some((other) => other === name));

test('every part is stopped, once', () => {
  assert.deepEqual(rounds.flat().sort(), parts.map(({ name }) => name).sort());
});

test('a part is stopped after all that wait for it', () => {
  for (const { name, after } of parts)
    for (const needed of after) assert.ok(roundOf(needed) > roundOf(name), `${needed} after ${name}`);
});
