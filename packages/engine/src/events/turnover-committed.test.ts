import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { flagCodes, fold, player } from '../../testing/reading.ts';

test('TOV-1: a turnover is its player’s, the steal an opponent’s, the ball the other side’s', () => {
  const log = startedLog();
  log.turnover('A4', 'bad-pass', { stolenBy: 'B3' });
  const result = fold(log);
  assert.deepEqual([player(result, 'A4').tov, player(result, 'B3').stl], [1, 1]);
  assert.equal(result.game.possession, 'B');
});

test('TOV-2: stolen by nobody is an answer', () => {
  const log = startedLog();
  log.turnover('A4', 'travel');
  const result = fold(log);
  assert.equal(player(result, 'B3').stl, 0);
  assert.deepEqual(flagCodes(result), []);
});
