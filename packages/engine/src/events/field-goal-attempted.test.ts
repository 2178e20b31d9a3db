import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, player, score, team, values } from '../../testing/reading.ts';

test('FGA-1: a basket counts for its shooter, its passer and the score', () => {
  const log = startedLog();
  log.made('A4', 3, { assistedBy: 'A1' });
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A4'), 'pts', 'fgm', 'fga', 'fg3m', 'fg3a'), [3, 1, 1, 1, 1]);
  assert.equal(player(result, 'A1').ast, 1);
  assert.equal(score(result), '3-0');
});

test('FGA-1: a miss counts for its shooter and for whoever blocked it', () => {
  const log = startedLog();
  log.missed('A4', 2, { blockedBy: 'B5' });
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A4'), 'pts', 'fgm', 'fga', 'blka'), [0, 0, 1, 1]);
  assert.equal(player(result, 'B5').blk, 1);
});

test('FGA-1: a shooter who was not said is the team’s unassigned line', () => {
  const log = startedLog();
  log.made('A?', 2);
  const result = fold(log);
  assert.deepEqual(values(team(result, 'A').unassigned, 'pts', 'fgm', 'fga'), [2, 1, 1]);
  assert.equal(team(result, 'A').totals.pts, 2);
});

test('FGA-1: an assist by someone unknown is unassigned too, by nobody it is none', () => {
  const log = startedLog();
  log.made('A4', 2, { assistedBy: 'someone' });
  log.made('B4', 2);
  const result = fold(log);
  assert.equal(team(result, 'A').unassigned.ast, 1);
  assert.equal(team(result, 'B').totals.ast, 0);
});

test('FGA-2: an assist on a miss and a block on a make credit nobody, and are flagged', () => {
  const log = startedLog();
  const miss = log.missed('A4', 2, { assistedBy: 'A1' });
  log.rebound('B1');
  const make = log.made('B4', 2, { blockedBy: 'A1' });
  const result = fold(log);
  assert.deepEqual(values(player(result, 'A1'), 'ast', 'blk'), [0, 0]);
  assert.deepEqual(flagged(result, 'helper-on-wrong-play'), [miss, make]);
});

test('FGA-7: points in the paint go by the spot, and by the word only without one', () => {
  const log = startedLog();
  log.made('A4', 2, { spot: { xCm: 0, yCm: 100 } });
  log.made('B4', 2, { spot: { xCm: 400, yCm: 100 }, qualifiers: ['paint'] });
  log.made('A4', 2, { qualifiers: ['paint'] });
  const result = fold(log);
  assert.deepEqual([team(result, 'A').comparison.paintPts, team(result, 'B').comparison.paintPts], [4, 0]);
});

test('FGA-6: a heave that goes in is a shot as any other', () => {
  const log = startedLog('nba-2025');
  log.made('A4', 3, { qualifiers: ['heave'] });
  assert.deepEqual(values(player(fold(log), 'A4'), 'pts', 'fga', 'fg3m'), [3, 1, 1]);
});

test('POS-5: a shot by the side without the ball takes it, and is asked about', () => {
  const log = startedLog();
  log.made('A4', 2);
  const jump = log.missed('A5', 2);
  const result = fold(log);
  assert.deepEqual(flagged(result, 'possession-jump'), [jump]);
  assert.equal(result.game.possession, 'A');
});

test('POS-5: where rebounds and turnovers are not kept nobody is asked', () => {
  const log = startedLog('fiba-2024', { tracked: ['baskets', 'scorers'] });
  log.made('A4', 2);
  log.made('A5', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('FLG-10: a worth that the rules have not, and one that the spot denies', () => {
  const log = startedLog();
  const four = log.made('A4', 4);
  const far = log.made('B4', 2, { spot: { xCm: 0, yCm: 900 } });
  const result = fold(log);
  assert.deepEqual(flagged(result, 'points-impossible'), [four]);
  assert.deepEqual(flagged(result, 'spot-and-points-differ'), [far]);
  assert.equal(score(result), '4-2');
});

test('FLG-10: a foot’s breadth from the line nobody is asked', () => {
  const log = startedLog();
  log.made('A4', 3, { spot: { xCm: 0, yCm: 673 } });
  assert.deepEqual(flagCodes(fold(log)), []);
});
