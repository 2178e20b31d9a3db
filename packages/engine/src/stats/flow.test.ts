import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gameId, writeLog } from '../../testing/hand-written-log.ts';
import { foldLog } from '../snapshot.ts';
import { flow } from './flow.ts';

test('FLW-1: every change of the score is a point, at its game time', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.at(1, '9:30');
  log.made('A4', 2);
  log.missed('B5', 3);
  log.at(1, '8:00');
  log.made('B5', 3);
  log.end();
  log.start(2);
  log.at(2, '9:00');
  log.made('A4', 3);
  const points = flow(foldLog(gameId, log.events));
  assert.deepEqual(
    points.map(({ elapsedMs, score, lead }) => [elapsedMs, score.home, score.away, lead]),
    [
      [30_000, 2, 0, 2],
      [120_000, 2, 3, -1],
      [660_000, 5, 3, 2],
    ],
  );
});

test('FLW-1: a voided basket is no point', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A4', 2);
  log.void(log.made('A5', 2));
  assert.equal(flow(foldLog(gameId, log.events)).length, 1);
});

test('FLW-2: a clock that goes back moves nothing back', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.at(1, '5:00');
  log.made('A4', 2);
  log.at(1, '6:00');
  log.made('B4', 2);
  assert.deepEqual(
    flow(foldLog(gameId, log.events)).map(({ elapsedMs }) => elapsedMs),
    [300_000, 300_000],
  );
});

test('FLW-2: a period without any clock spreads its plays over its length', () => {
  const log = writeLog('fiba-2024');
  log.at(1, null);
  log.made('A4', 2);
  log.made('B4', 2);
  log.made('A4', 2);
  assert.deepEqual(
    flow(foldLog(gameId, log.events)).map(({ elapsedMs }) => elapsedMs),
    [150_000, 300_000, 450_000],
  );
});
