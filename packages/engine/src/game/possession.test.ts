import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HandWrittenLog, startedLog } from '../../testing/hand-written-log.ts';
import { fold, team } from '../../testing/reading.ts';

const ballAfter = (keyed: (log: HandWrittenLog) => void): string | null => {
  const log = startedLog();
  log.play('possession-set', { teamId: 'A', arrow: null });
  keyed(log);
  return fold(log).game.possession;
};

test('POS-1: the ball is with whoever shot, rebounded, was given it, or got it by the other side’s loss', () => {
  assert.equal(
    ballAfter((log) => log.missed('A4', 2)),
    'A',
  );
  assert.equal(
    ballAfter((log) => log.made('A4', 2)),
    'B',
  );
  assert.equal(
    ballAfter((log) => log.turnover('A4')),
    'B',
  );
  assert.equal(
    ballAfter((log) => [log.missed('A4', 2), log.rebound('B4')]),
    'B',
  );
  assert.equal(
    ballAfter((log) => log.foul('A4', 'offensive', { losesBall: true })),
    'B',
  );
  assert.equal(
    ballAfter((log) => log.foul('B4', 'personal')),
    'A',
  );
  assert.equal(
    ballAfter((log) => log.end()),
    null,
  );
});

test('POS-2: an offensive rebound goes on with the possession, a basket ends it', () => {
  const log = startedLog();
  log.missed('A4', 2);
  log.rebound('A5');
  log.made('A5', 2);
  log.turnover('B4');
  log.missed('A4', 2);
  log.end();
  const result = fold(log);
  assert.deepEqual([team(result, 'A').comparison.possessions, team(result, 'B').comparison.possessions], [2, 1]);
});

test('POS-4: points after an offensive rebound are second-chance points', () => {
  const log = startedLog();
  log.missed('A4', 2);
  log.rebound('A team');
  log.made('A5', 2);
  log.made('B4', 2);
  const result = fold(log);
  assert.deepEqual(
    [team(result, 'A').comparison.secondChancePts, team(result, 'B').comparison.secondChancePts],
    [2, 0],
  );
});

test('POS-4: all points of the possession after a turnover are off the turnover, the next one’s are not', () => {
  const log = startedLog();
  log.turnover('B4', 'bad-pass', { stolenBy: 'A1' });
  log.missed('A4', 2);
  log.rebound('A5');
  log.made('A5', 2);
  log.missed('B4', 2);
  log.rebound('A5');
  log.made('A4', 3);
  const result = fold(log);
  assert.equal(team(result, 'A').comparison.offTurnoverPts, 2);
  assert.equal(team(result, 'A').comparison.secondChancePts, 2);
});

const lastPossession = (clock: string, isMade: boolean): number | null => {
  const log = startedLog();
  log.at(1, clock);
  log.made('B4', 2);
  if (isMade) log.made('A4', 3);
  log.end();
  return team(fold(log), 'A').comparison.possessions;
};

test('POS-6: a possession that starts with two seconds or less counts only if it brings points', () => {
  assert.equal(lastPossession('0:02', false), 0);
  assert.equal(lastPossession('0:02.1', false), 1);
  assert.equal(lastPossession('0:02', true), 1);
});
