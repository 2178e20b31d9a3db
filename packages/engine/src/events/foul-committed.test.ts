import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { fold, freeThrowsDue, player, team, values } from '../../testing/reading.ts';
import type { FoulKind, RuleSetId } from '../rules/rule-set.ts';

const counted = (id: RuleSetId, who: string, kind: FoulKind): string => {
  const log = startedLog(id);
  log.foul(who, kind);
  const result = fold(log);
  const totals = team(result, 'A').totals;
  return `pf ${totals.pf}, tf ${totals.tf}, team ${team(result, 'A').foulsByPeriod[0] ?? 0}, due ${freeThrowsDue(result)}`;
};

const rows: readonly (readonly [RuleSetId, string, FoulKind, string])[] = [
  ['fiba-2024', 'A4', 'personal', 'pf 1, tf 0, team 1, due none'],
  ['fiba-2024', 'A4', 'technical', 'pf 1, tf 1, team 1, due B 0/1'],
  ['fiba-2024', 'A coach', 'technical', 'pf 0, tf 1, team 0, due B 0/1'],
  ['fiba-2024', 'A4', 'unsportsmanlike', 'pf 1, tf 0, team 1, due B 0/2'],
  ['fiba-2024', 'A4', 'throw-in', 'pf 1, tf 0, team 1, due B 0/1'],
  ['nba-2025', 'A4', 'technical', 'pf 0, tf 1, team 0, due B 0/1'],
  ['nba-2025', 'A4', 'offensive', 'pf 1, tf 0, team 0, due none'],
  ['nba-2025', 'A4', 'take', 'pf 1, tf 0, team 1, due B 0/1'],
  ['ncaa-men-2025', 'A4', 'technical', 'pf 1, tf 1, team 1, due B 0/2'],
  ['ncaa-men-2025', 'A4', 'technical-minor', 'pf 0, tf 1, team 0, due B 0/1'],
  ['nfhs-2025', 'A4', 'technical-minor', 'pf 0, tf 1, team 1, due B 0/2'],
  ['nfhs-2025', 'A bench', 'technical', 'pf 0, tf 1, team 1, due B 0/2'],
  ['fiba-3x3-2024', 'A3', 'unsportsmanlike', 'pf 0, tf 0, team 2, due B 0/2'],
];

for (const [id, who, kind, expected] of rows) {
  test(`FOU-1: ${kind} by ${who} under ${id}: ${expected}`, () => {
    assert.equal(counted(id, who, kind), expected);
  });
}

test('FOU-2: a foul is drawn whatever its kind', () => {
  const log = startedLog();
  log.foul('A bench', 'technical', { drawnBy: 'B4' });
  log.foul('A4', 'offensive', { drawnBy: 'B4', losesBall: true });
  assert.equal(player(fold(log), 'B4').pfd, 2);
});

test('FOU-3: a foul that loses the ball by nobody on court is the team’s turnover', () => {
  const log = startedLog();
  log.foul('A coach', 'technical', { losesBall: true });
  assert.equal(team(fold(log), 'A').own.tov, 1);
});

test('FOU-4: the fifth team foul of a FIBA quarter brings two throws, the first of the next none', () => {
  const log = startedLog();
  for (const number of [1, 2, 3, 4]) log.foul(`A${number}`, 'personal');
  assert.equal(fold(log).game.bonus.away, true);
  log.foul('A5', 'personal');
  assert.equal(freeThrowsDue(fold(log)), 'B 0/2');
  log.end();
  log.start(2);
  log.foul('A1', 'personal');
  assert.equal(freeThrowsDue(fold(log)), 'none');
});

test('FOU-4: the second foul of the last two minutes of an NBA quarter brings two', () => {
  const log = startedLog('nba-2025');
  log.at(1, '1:50');
  log.foul('A1', 'personal');
  assert.equal(freeThrowsDue(fold(log)), 'none');
  log.foul('A2', 'personal');
  assert.equal(freeThrowsDue(fold(log)), 'B 0/2');
});

test('FOU-4: an NBA foul away from the play brings one and the ball, late in the last quarter', () => {
  const log = startedLog('nba-2025');
  log.foul('A1', 'away-from-play');
  assert.equal(freeThrowsDue(fold(log)), 'none');
  log.start(4);
  log.at(4, '1:00');
  const foul = log.foul('A1', 'away-from-play');
  assert.equal(freeThrowsDue(fold(log)), 'B 0/1');
  log.throwMade('B1', foul);
  assert.equal(fold(log).game.possession, 'B');
});

const shooterIn3x3AfterTeamFouls = (fouls: number): string => {
  const log = startedLog('fiba-3x3-2024', { rosterSize: 4 });
  for (let count = 0; count < fouls; count++) log.foul('A1', 'personal', { freeThrows: 0 });
  log.foul('A2', 'shooting', { drawnBy: 'B1' });
  return freeThrowsDue(fold(log));
};

test('FOU-4: a shooter in 3x3 gets the worth of the shot, and what the bonus gives once it is reached', () => {
  assert.equal(shooterIn3x3AfterTeamFouls(0), 'B 0/1');
  assert.equal(shooterIn3x3AfterTeamFouls(6), 'B 0/2');
});

test('FOU-6: five personal fouls are enough in FIBA, six in the NBA', () => {
  const foulsUntilOut = (id: RuleSetId): number => {
    const log = startedLog(id);
    for (let count = 1; count <= 7; count++) {
      log.foul('A4', 'personal', { freeThrows: 0 });
      if (player(fold(log), 'A4').isOut) return count;
    }
    return Number.NaN;
  };
  assert.deepEqual([foulsUntilOut('fiba-2024'), foulsUntilOut('nba-2025')], [5, 6]);
});

test('FOU-6: a FIBA coach is out after two of his own, or three with the bench', () => {
  const two = startedLog();
  two.foul('A coach', 'technical');
  assert.equal(team(fold(two), 'A').isCoachOut, false);
  two.foul('A coach', 'technical');
  assert.equal(team(fold(two), 'A').isCoachOut, true);
  const three = startedLog();
  three.foul('A bench', 'technical');
  three.foul('A bench', 'technical');
  three.foul('A coach', 'technical');
  assert.equal(team(fold(three), 'A').isCoachOut, true);
});

test('FOU-7: too many players is a technical of the team and nobody’s personal foul', () => {
  const log = startedLog('nba-2025');
  const foul = log.foul('A team', 'technical-minor');
  log.throwMade('B4', foul);
  const result = fold(log);
  assert.deepEqual(values(team(result, 'A').own, 'pf', 'tf'), [0, 1]);
  assert.equal(result.game.score.away, 1);
});

test('POS-3: an unsportsmanlike foul on a made basket gives one throw’s trip and the ball', () => {
  const log = startedLog();
  log.made('A4', 2);
  const foul = log.foul('B4', 'unsportsmanlike', { drawnBy: 'A4', freeThrows: 1 });
  log.throwMade('A4', foul);
  const result = fold(log);
  assert.equal(result.game.possession, 'A');
  assert.equal(team(result, 'A').comparison.possessions, 0);
});
