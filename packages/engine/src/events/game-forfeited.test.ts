import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { fold, player, score } from '../../testing/reading.ts';

const lost = (how: 'forfeit' | 'default', home: number, away: number) => {
  const log = startedLog();
  for (let points = 0; points < home; points += 2) log.made('A4', 2);
  for (let points = 0; points < away; points += 2) log.made('B4', 2);
  log.fact('game-forfeited', { teamId: 'A', how });
  return fold(log);
};

test('GAM-2: a forfeit is 20–0 in FIBA, and the box stays as played', () => {
  const result = lost('forfeit', 4, 2);
  assert.deepEqual(result.game.officialScore, { home: 0, away: 20 });
  assert.equal(score(result), '4-2');
  assert.equal(player(result, 'A4').pts, 4);
});

test('GAM-2: by default the score stands if the other side leads, else it is 2–0', () => {
  assert.deepEqual(lost('default', 2, 6).game.officialScore, { home: 2, away: 6 });
  assert.deepEqual(lost('default', 6, 2).game.officialScore, { home: 0, away: 2 });
});
