import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeLog } from '../../testing/hand-written-log.ts';
import { fold } from '../../testing/reading.ts';
import type { RuleSetId } from '../rules/rule-set.ts';

const afterToss = (id: RuleSetId) => {
  const log = writeLog(id);
  log.start(1);
  log.play('jump-ball-called', {
    reason: 'period-start',
    decidedBy: 'toss',
    teamId: 'A',
    by: 'A5',
    jumpers: { home: 'A5', away: 'B5' },
  });
  return log;
};

test('POS-7: after the opening toss the arrow points to the side that did not get the ball', () => {
  const result = fold(afterToss('fiba-2024'));
  assert.deepEqual([result.game.possession, result.game.arrow], ['A', 'B']);
});

test('POS-7: each later period starts by the arrow and turns it', () => {
  const log = afterToss('fiba-2024');
  log.end();
  log.start(2);
  const second = fold(log);
  assert.deepEqual([second.game.possession, second.game.arrow], ['B', 'A']);
  log.end();
  log.start(3);
  assert.deepEqual([fold(log).game.possession, fold(log).game.arrow], ['A', 'B']);
});

test('POS-7: the NBA has no arrow', () => {
  assert.equal(fold(afterToss('nba-2025')).game.arrow, null);
});

test('POS-7: what the scorer sets overrules what was derived', () => {
  const log = afterToss('fiba-2024');
  log.play('possession-set', { teamId: 'B', arrow: 'A' });
  assert.deepEqual([fold(log).game.possession, fold(log).game.arrow], ['B', 'A']);
  log.play('possession-set', { teamId: null, arrow: 'B' });
  assert.deepEqual([fold(log).game.possession, fold(log).game.arrow], ['B', 'B']);
});
