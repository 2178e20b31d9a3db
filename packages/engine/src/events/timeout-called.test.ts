import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HandWrittenLog, startedLog } from '../../testing/hand-written-log.ts';
import { flagCodes, fold, team } from '../../testing/reading.ts';
import type { RuleSetId } from '../rules/rule-set.ts';

const timeout = (log: HandWrittenLog, teamId: string | null, kind = 'full'): void => {
  log.play('timeout-called', { teamId, kind });
};

const inPeriod = (id: RuleSetId, period: number, clock: string): HandWrittenLog => {
  const log = startedLog(id);
  log.start(period);
  log.at(period, clock);
  return log;
};

test('TMO-1: a FIBA team has two in the first half, and the third is too many', () => {
  const log = startedLog();
  timeout(log, 'A');
  timeout(log, 'A');
  const result = fold(log);
  assert.deepEqual([result.game.timeoutsLeft.home, result.game.timeoutsLeft.away], [0, 2]);
  assert.equal(team(result, 'A').timeoutsUsed, 2);
  timeout(log, 'A');
  assert.deepEqual(flagCodes(fold(log)), ['timeouts-exceeded']);
});

test('TMO-1: in the last two minutes of a FIBA game at most two are left of three', () => {
  assert.equal(fold(inPeriod('fiba-2024', 4, '5:00')).game.timeoutsLeft.home, 3);
  assert.equal(fold(inPeriod('fiba-2024', 4, '1:30')).game.timeoutsLeft.home, 3, 'no play has said that clock yet');
  const late = inPeriod('fiba-2024', 4, '1:30');
  late.made('A4', 2);
  assert.equal(fold(late).game.timeoutsLeft.home, 2);
});

test('TMO-1: an overtime has its own, unless the rules carry over what is left', () => {
  const left = (id: RuleSetId): number | null =>
    fold(inPeriod(id, id === 'ncaa-men-2025' ? 3 : 5, '5:00')).game.timeoutsLeft.home;
  assert.deepEqual([left('fiba-2024'), left('nba-2025'), left('ncaa-men-2025'), left('nfhs-2025')], [1, 2, 5, 6]);
});

test('TMO-1: the television’s and the officials’ cost nobody', () => {
  const log = startedLog();
  timeout(log, null, 'media');
  timeout(log, 'A', 'media');
  timeout(log, 'A', 'officials');
  assert.equal(fold(log).game.timeoutsLeft.home, 2);
});

const challenge = (id: RuleSetId, at: string): number | null => {
  const log = startedLog(id);
  log.at(1, '6:00');
  timeout(log, 'A');
  log.at(1, at);
  log.play('review-called', { teamId: 'A', result: 'changed' });
  return fold(log).game.timeoutsLeft.home;
};

test('TMO-1: a challenge won gives its timeout back where the rules say so, and no other', () => {
  assert.equal(challenge('nba-2025', '6:00'), 7);
  assert.equal(challenge('nba-2025', '4:00'), 6);
  assert.equal(challenge('fiba-2024', '6:00'), 1);
});
