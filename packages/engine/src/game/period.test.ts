import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog, writeLog } from '../../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, player, score } from '../../testing/reading.ts';

test('PER-1: a period has ended when a later one has plays, and its stints close at none left', () => {
  const log = startedLog();
  log.at(1, '3:00');
  log.made('A4', 2);
  log.start(2);
  const result = fold(log);
  assert.equal(player(result, 'A1').playedMs, 600_000);
  assert.equal(result.game.period, 2);
});

test('PER-1: broken off with time left, stints close there', () => {
  const log = startedLog();
  log.end({ clockMs: 120_000 });
  const result = fold(log);
  assert.equal(player(result, 'A1').playedMs, 480_000);
  assert.deepEqual([result.game.periodState, result.game.clockMs], ['ended', 120_000]);
});

test('PER-2: a play after the end of its period belongs to it, and is flagged', () => {
  const log = startedLog();
  log.end();
  const late = log.made('A4', 2);
  const result = fold(log);
  assert.equal(score(result), '2-0');
  assert.deepEqual(result.game.periods, [{ period: 1, home: 2, away: 0 }]);
  assert.equal(flagged(result, 'play-after-period-end').includes(late), true);
});

test('SET-5: a period cut short on the day is as long as it says', () => {
  const log = writeLog('fiba-2024');
  log.lineup('A', [1, 2, 3, 4, 5], { clockMs: 360_000 });
  log.play('period-started', { lengthMs: 360_000 }, { clockMs: 360_000 });
  log.end();
  const result = fold(log);
  assert.equal(player(result, 'A1').playedMs, 360_000);
  assert.deepEqual(flagCodes(result), []);
});

test('FLG-6: more time left than before, and more than there is', () => {
  const log = startedLog();
  log.at(1, '5:00');
  log.made('A4', 2);
  const late = log.made('B4', 2, { clockMs: 330_000 });
  const beyond = log.made('A4', 2, { clockMs: 700_000 });
  const result = fold(log);
  assert.equal(flagged(result, 'clock-late').includes(late), true);
  assert.equal(flagged(result, 'clock-beyond-period').includes(beyond), true);
  assert.equal(score(result), '4-2');
});

test('FLG-6: where two devices disagree about the time, it is their clocks', () => {
  const log = startedLog();
  log.at(1, '5:00');
  log.made('A4', 2);
  const other = log.made('B4', 2, { clockMs: 330_000, device: 'phone-2' });
  assert.equal(flagged(fold(log), 'clock-disagrees').includes(other), true);
});

test('FLG-7: a shot before its period started is noted once', () => {
  const log = startedLog();
  log.end();
  const early = log.made('A4', 2, { period: 2, clockMs: 590_000 });
  log.made('B4', 2, { period: 2, clockMs: 580_000 });
  assert.deepEqual(flagged(fold(log), 'period-not-started'), [early]);
});
