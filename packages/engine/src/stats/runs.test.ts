import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gameId, writeLog } from '../../testing/hand-written-log.ts';
import { foldLog } from '../snapshot.ts';
import { runs } from './runs.ts';

test('FLW-3: a run is the points of one side without an answer', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  const first = log.made('A4', 3);
  const second = log.made('A5', 3);
  log.made('B4', 2);
  log.made('A4', 2);
  assert.deepEqual(
    runs(foldLog(gameId, log.events)).map(({ side, points, playIds, isRunning }) => ({
      side,
      points,
      playIds,
      isRunning,
    })),
    [{ side: 'home', points: 6, playIds: [first, second], isRunning: false }],
  );
});

test('FLW-3: the run at the end of the log is still running', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A4', 3);
  log.made('B5', 3);
  log.made('B5', 2);
  const [run] = runs(foldLog(gameId, log.events), 5);
  assert.equal(run?.isRunning, true);
  assert.equal(run?.points, 5);
});

test('FLW-3: points that are no basket are no run', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A4', 3);
  log.play('points-adjusted', { teamId: 'A', by: null, points: 18 });
  log.made('A4', 3);
  assert.deepEqual(runs(foldLog(gameId, log.events)), []);
});
