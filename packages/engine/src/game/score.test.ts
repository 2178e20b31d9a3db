import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog, writeLog } from '../../testing/hand-written-log.ts';
import { fold, player, team, values } from '../../testing/reading.ts';

test('SCO-1: adjusted points are in score, line and plus/minus, and are no basket', () => {
  const log = startedLog();
  log.play('points-adjusted', { teamId: 'A', by: 'A4', points: 3 });
  log.play('points-adjusted', { teamId: 'A', by: null, points: -1 });
  const result = fold(log);
  assert.equal(result.game.score.home, 2);
  assert.deepEqual(values(player(result, 'A4'), 'pts', 'fgm', 'plusMinus'), [3, 0, 2]);
  assert.equal(team(result, 'A').unassigned.pts, -1);
  assert.equal(team(result, 'A').comparison.possessions, 0);
});

test('SCO-2: a confirmed score moves nothing', () => {
  const log = startedLog();
  log.made('A4', 2);
  const before = fold(log);
  log.play('score-confirmed', { home: 2, away: 0 });
  const after = fold(log);
  assert.deepEqual(after.game, before.game);
  assert.deepEqual(after.flags, {});
});

test('SCO-3: leads, ties and runs', () => {
  const log = startedLog();
  log.at(1, '9:00');
  log.made('A4', 2);
  log.at(1, '8:00');
  log.made('B4', 2);
  log.made('B4', 3, { clockMs: 480_000 });
  log.at(1, '6:00');
  log.made('A4', 2);
  log.made('A5', 3);
  log.end();
  const result = fold(log);
  assert.deepEqual([result.game.leadChanges, result.game.timesTied], [2, 1]);
  const [home, away] = [team(result, 'A').comparison, team(result, 'B').comparison];
  assert.deepEqual([home.biggestLead, away.biggestLead], [2, 3]);
  assert.deepEqual([home.biggestRun, away.biggestRun], [5, 5]);
  assert.deepEqual([home.leadingMs, away.leadingMs], [60_000 + 360_000, 120_000]);
});

test('SCO-3: a quarter’s total is no run, and breaks one', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.play('points-adjusted', { teamId: 'A', by: null, points: 18 });
  log.made('A4', 3);
  assert.equal(team(fold(log), 'A').comparison.biggestRun, 3);
});

test('SCO-4: bench points are those of players who did not start', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.substitution('A', [6], [5]);
  log.made('A6', 3);
  assert.equal(team(fold(log), 'A').comparison.benchPts, 3);
});

test('SCO-4: without a line-up nobody knows who started', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A6', 3);
  assert.equal(team(fold(log), 'A').comparison.benchPts, null);
});
