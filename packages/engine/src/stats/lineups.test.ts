import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gameId, writeLog } from '../../testing/hand-written-log.ts';
import { foldLog } from '../snapshot.ts';
import { lineups } from './lineups.ts';

const twoStints = () => {
  const log = writeLog('fiba-2024');
  log.lineup('A', [1, 2, 3, 4, 5]);
  log.lineup('B', [1, 2, 3, 4, 5]);
  log.start(1);
  log.at(1, '8:00');
  log.made('A4', 3);
  log.substitution('A', [6], [5]);
  log.at(1, '5:00');
  log.made('B4', 2);
  log.end();
  return foldLog(gameId, log.events);
};

test('LNP-1: a five has the time, the points and the possessions of its stints', () => {
  const fives = lineups(twoStints())?.fives.filter(({ teamId }) => teamId === 'A') ?? [];
  assert.deepEqual(
    fives.map(({ players, playedMs, pts, ptsAgainst, possessions }) => [
      players.join(' '),
      playedMs,
      pts,
      ptsAgainst,
      possessions,
    ]),
    [
      ['A1 A2 A3 A4 A6', 480_000, 0, 2, 1],
      ['A1 A2 A3 A4 A5', 120_000, 3, 0, 1],
    ],
  );
});

test('LNP-2: on and off add up to the game', () => {
  const onOff = lineups(twoStints())?.onOff.find(({ playerId }) => playerId === 'A5');
  assert.equal(onOff?.on.plusMinus, 3);
  assert.equal(onOff?.off.plusMinus, -2);
  assert.equal((onOff?.on.playedMs ?? 0) + (onOff?.off.playedMs ?? 0), 600_000);
});

test('LNP-3: pairs count every stint in which both were on court', () => {
  const pair = lineups(twoStints())?.pairs.find(({ players }) => players.join(' ') === 'A1 A2');
  assert.equal(pair?.playedMs, 600_000);
  assert.equal(pair?.plusMinus, 1);
});

test('LIN-2: where no line-up was said there are no line-ups', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A4', 2);
  assert.equal(lineups(foldLog(gameId, log.events)), null);
});

test('LNP-1: a line-up of half the sheet is a mistake, and stands in no group', () => {
  const log = writeLog('fiba-2024');
  log.lineup('A', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  log.lineup('B', [1, 2, 3, 4, 5]);
  log.start(1);
  log.at(1, '5:00');
  log.made('A4', 3);
  log.end();
  const groups = lineups(foldLog(gameId, log.events));
  assert.deepEqual(new Set(groups?.fives.map(({ teamId }) => teamId)), new Set(['B']));
  assert.deepEqual(new Set(groups?.pairs.map(({ teamId }) => teamId)), new Set(['B']));
});
