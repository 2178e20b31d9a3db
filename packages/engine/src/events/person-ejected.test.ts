import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { flagged, fold, player, team } from '../../testing/reading.ts';

test('EJE-1: who is ejected is out, and what they are keyed to do is flagged', () => {
  const log = startedLog();
  log.play('person-ejected', { teamId: 'A', who: 'A4' });
  const shot = log.made('A4', 2);
  const result = fold(log);
  assert.equal(player(result, 'A4').isOut, true);
  assert.equal(player(result, 'A4').pts, 2);
  assert.deepEqual(flagged(result, 'fouled-out-player-acts'), [shot]);
});

test('EJE-1: a coach can be ejected too', () => {
  const log = startedLog();
  log.play('person-ejected', { teamId: 'B', who: 'coach' });
  assert.equal(team(fold(log), 'B').isCoachOut, true);
});

test('EJE-1: a disqualifying foul ejects by itself', () => {
  const log = startedLog();
  log.foul('A4', 'disqualifying');
  assert.equal(player(fold(log), 'A4').isOut, true);
});
