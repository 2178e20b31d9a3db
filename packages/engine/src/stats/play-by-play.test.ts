import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gameId, writeLog } from '../../testing/hand-written-log.ts';
import { foldLog } from '../snapshot.ts';
import { playByPlay } from './play-by-play.ts';

test('PBP-1: plays stand in the order of their places, each with the score after it', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  const basket = log.made('A4', 2);
  log.made('B4', 3);
  log.made('A5', 2, { after: basket });
  const scores = playByPlay(foldLog(gameId, log.events)).map(({ score }) => `${score.home}-${score.away}`);
  assert.deepEqual(scores, ['0-0', '2-0', '4-0', '4-3']);
});

test('PBP-2: a voided play keeps its place and is marked, an amended one says what it was', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  const voided = log.made('A4', 2);
  const amended = log.made('A5', 2);
  log.void(voided);
  log.amend(amended, { points: 3 });
  const [, first, second] = playByPlay(foldLog(gameId, log.events));
  assert.equal(first?.isVoided, true);
  assert.equal(first?.score.home, 0);
  assert.deepEqual(second?.firstSaid, { points: 2 });
  assert.equal(second?.score.home, 3);
});
