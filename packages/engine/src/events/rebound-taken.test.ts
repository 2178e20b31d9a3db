import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, player, playOf, team, values } from '../../testing/reading.ts';

test('REB-1: a rebound is a player’s, or the team’s own', () => {
  const log = startedLog();
  log.missed('A4', 2);
  log.rebound('A5');
  log.missed('A4', 2);
  log.rebound('B team');
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A5'), 'oreb', 'dreb', 'reb'), [1, 0, 1]);
  assert.deepEqual(values(team(result, 'B').own, 'oreb', 'dreb', 'reb'), [0, 1, 1]);
});

test('REB-2: which of the two follows from who missed last', () => {
  const log = startedLog();
  log.missed('A4', 2);
  const offensive = log.rebound('A5');
  log.missed('A4', 2);
  const defensive = log.rebound('B5');
  const result = fold(log);
  assert.deepEqual(
    [playOf(result, offensive).reboundSide, playOf(result, defensive).reboundSide],
    ['offensive', 'defensive'],
  );
});

test('REB-2: what was said stands against the order, and is asked about', () => {
  const log = startedLog();
  log.missed('A4', 2);
  const rebound = log.rebound('A5', { side: 'defensive' });
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A5'), 'oreb', 'dreb'), [0, 1]);
  assert.deepEqual(flagged(result, 'rebound-side-differs'), [rebound]);
});

test('REB-4: a miss at the horn makes no rebound, and nobody asks', () => {
  const log = startedLog();
  log.at(1, '0:00');
  log.missed('A4', 3);
  log.end();
  log.start(2);
  log.missed('B4', 2);
  const result = fold(log);
  assert.deepEqual([team(result, 'A').totals.reb, team(result, 'B').totals.reb], [0, 0]);
  assert.deepEqual(flagCodes(result), []);
});

test('FLG-8: a live miss that play passes over lacks its rebound', () => {
  const log = startedLog();
  const miss = log.missed('A4', 2);
  log.turnover('B4', 'travel');
  assert.equal(flagged(fold(log), 'rebound-missing').includes(miss), true);
});

test('FLG-8: a rebound without a miss is asked about', () => {
  const log = startedLog();
  log.made('A4', 2);
  const rebound = log.rebound('B4');
  assert.deepEqual(flagged(fold(log), 'rebound-without-miss'), [rebound]);
});

test('FLG-8: where rebounds are not kept none is missed', () => {
  const log = startedLog('fiba-2024', { tracked: ['baskets', 'scorers', 'misses'] });
  log.missed('A4', 2);
  log.missed('B4', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});
