import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSound, tableOf } from './table.ts';

const round = {
  fault: 'kill -9 kafka',
  events: 120,
  publishedMs: 4_000,
  takeoverMs: null,
  recoveryMs: 4_200,
  slowestMs: 5_100,
  settleMs: 900,
  lastToAgree: null,
  broken: [],
};

test('a round is sound when all recovered and nothing is broken', () => {
  assert.equal(isSound(round), true);
  assert.equal(isSound({ ...round, recoveryMs: null }), false);
  assert.equal(isSound({ ...round, broken: ['I-1: gone'] }), false);
});

test('the table says how long each took and what broke first', () => {
  const text = tableOf([round, { ...round, fault: 'x', settleMs: null, broken: ['I-1: gone', 'I-2: a gap'] }]);
  assert.match(text, /✔ {2}kill -9 kafka {2}120 {5}4\.0 s {6}– {9}4\.2 s {6}5\.1 s {9}0\.9 s {6}none/);
  assert.match(text, /✖ {2}x .*never .*2: I-1: gone/);
});
