import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { fold } from '../../testing/reading.ts';
import { reconcile } from './reconcile.ts';

const findings = (log: ReturnType<typeof startedLog>): readonly string[] =>
  reconcile(fold(log)).map(({ check, teamId, expected, actual }) => `${check} ${teamId} ${expected} ${actual}`);

test('PRP-12: points without a basket and a quarter of full time add up', () => {
  const log = startedLog();
  log.made('A4', 2);
  log.play('points-adjusted', { teamId: 'A', by: null, points: 3 });
  log.substitution('A', [6], [5]);
  log.end();
  assert.deepEqual(findings(log), []);
});

test('PRP-12: a basket of a worth that the rules have not is found', () => {
  const log = startedLog();
  log.made('A4', 4);
  assert.deepEqual(findings(log), ['score-is-baskets A 2 4']);
});

test('PRP-12: four on court are found while the period runs', () => {
  const log = startedLog();
  log.substitution('B', [], [5]);
  assert.deepEqual(findings(log), ['five-on-court B 5 4']);
});

test('PRP-12: minutes are found missing once the quarter with four is over', () => {
  const log = startedLog();
  log.substitution('B', [], [5]);
  log.end();
  assert.deepEqual(findings(log), ['minutes-add-up B 3000000 2400000']);
});
