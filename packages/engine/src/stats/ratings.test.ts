import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleSet } from '../rules/index.ts';
import { pace, ratings } from './ratings.ts';

test('DRV-7: ratings are points per 100 possessions, for and against', () => {
  assert.deepEqual(ratings({ pts: 80, possessions: 64 }, { pts: 72, possessions: 72 }), {
    offensive: 125,
    defensive: 100,
    net: 25,
  });
});

test('DRV-7: a side without a possession has no rating', () => {
  assert.deepEqual(ratings({ pts: 0, possessions: 0 }, { pts: 2, possessions: 1 }), {
    offensive: null,
    defensive: 200,
    net: null,
  });
  assert.equal(ratings({ pts: 80, possessions: null }, { pts: 72, possessions: 70 }).offensive, null);
});

test('DRV-8: pace is the possessions of a side over regulation, whatever was played', () => {
  const fiftyMinutes = 5 * 50 * 60_000;
  assert.equal(pace([90, 85], fiftyMinutes, ruleSet('fiba-2024')), 70);
  assert.equal(pace([90, 85], null, ruleSet('fiba-2024')), null);
});
