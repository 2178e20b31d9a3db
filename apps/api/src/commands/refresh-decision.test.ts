import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountRules } from '../config/accounts.ts';
import { decideRefresh, type Family, headAfter } from './refresh-decision.ts';

const seconds = (count: number): number => count * 1_000;
const hours = (count: number): number => count * 3_600_000;
const days = (count: number): number => count * 86_400_000;

const madeAtMs = days(1000);
const family = (changes: Partial<Family> = {}): Family => ({
  headGeneration: 5,
  headMadeAtMs: madeAtMs,
  headAtMs: madeAtMs,
  headSeen: false,
  lostInARow: 0,
  idleUntilMs: madeAtMs + days(30),
  expiresAtMs: madeAtMs + days(180),
  endedAtMs: null,
  ...changes,
});
const decide = (generation: number, afterMs: number, changes: Partial<Family> = {}) =>
  decideRefresh(family(changes), generation, madeAtMs + afterMs, accountRules);

test('the head rotates, but not within 60 s: then it comes back unchanged', () => {
  assert.equal(decide(5, seconds(59)), 'same');
  assert.equal(decide(5, seconds(60)), 'rotate');
});

test('the token before the head repeats within 60 s, whoever has seen the head', () => {
  assert.equal(decide(4, seconds(59)), 'repeat');
  assert.equal(decide(4, seconds(59), { headSeen: true }), 'repeat');
});

test('a lost response repeats for 24 h while nobody showed the head, three times in a row', () => {
  assert.equal(decide(4, hours(23)), 'repeat-lost');
  assert.equal(decide(4, hours(24)), 'reuse');
  assert.equal(decide(4, hours(23), { headSeen: true }), 'reuse');
  assert.equal(decide(4, hours(23), { lostInARow: 3 }), 'reuse');
});

test('a repeat after a lost response re-opens the 60 s', () => {
  const after = headAfter(family(), 'repeat-lost', madeAtMs + hours(2));
  assert.equal(decideRefresh(family(after), 4, madeAtMs + hours(2) + seconds(59), accountRules), 'repeat');
  assert.equal(after.lostInARow, 1);
});

test('any older token is reuse, at any time', () => {
  for (const generation of [0, 3]) assert.equal(decide(generation, seconds(1)), 'reuse');
});

test('nothing refreshes a session that ended, idled out or grew too old', () => {
  assert.equal(decide(5, seconds(61), { endedAtMs: madeAtMs }), 'ended');
  assert.equal(decide(5, days(30)), 'ended');
  assert.equal(decide(5, days(180), { idleUntilMs: madeAtMs + days(999) }), 'ended');
});
