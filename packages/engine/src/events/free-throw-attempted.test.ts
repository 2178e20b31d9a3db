import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { flagCodes, flagged, fold, player, playOf, team, values } from '../../testing/reading.ts';

test('FTH-1: a throw counts an attempt; made, a point', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2 });
  log.throwMade('A4', foul);
  log.throwMissed('A4', foul);
  assert.deepEqual(values(player(fold(log), 'A4'), 'pts', 'ftm', 'fta'), [1, 1, 2]);
});

test('FTH-1: a second assist on one foul is flagged and counts once', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2 });
  log.throwMade('A4', foul, { assistedBy: 'A1' });
  const second = log.throwMade('A4', foul, { assistedBy: 'A1' });
  const result = fold(log);
  assert.equal(player(result, 'A1').ast, 1);
  assert.equal(flagged(result, 'assist-twice').includes(second), true);
});

test('FTH-2: the throws of a foul are numbered in order, also with others between', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2 });
  const technical = log.foul('B coach', 'technical');
  const first = log.throwMade('A4', foul);
  const other = log.throwMade('A1', technical);
  const second = log.throwMade('A4', foul);
  const result = fold(log);
  assert.deepEqual(
    [first, other, second].map((id) => playOf(result, id).throwNumber),
    [1, 1, 2],
  );
});

test('FTH-2: without a foul, throws of one side at one clock are one trip', () => {
  const log = startedLog('fiba-2024', { tracked: ['baskets', 'scorers', 'misses'] });
  log.at(1, '8:00');
  const first = log.throwMade('A4', null);
  const second = log.throwMade('A4', null);
  log.at(1, '7:00');
  const later = log.throwMade('A4', null);
  const result = fold(log);
  assert.deepEqual(
    [first, second, later].map((id) => playOf(result, id).throwNumber),
    [1, 2, 1],
  );
});

test('FTH-3: a miss before the last throw asks for no rebound', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2 });
  log.throwMissed('A4', foul);
  log.throwMade('A4', foul);
  log.missed('B4', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});

test('FTH-6: the throws of a fast-break foul are fast-break points', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2, qualifiers: ['fast-break'] });
  log.throwMade('A4', foul);
  log.throwMissed('A4', foul);
  assert.equal(team(fold(log), 'A').comparison.fastBreakPts, 1);
});

test('FTH-6: so is a throw that says so itself', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 1 });
  log.throwMade('A4', foul, { qualifiers: ['fast-break'] });
  assert.equal(team(fold(log), 'A').comparison.fastBreakPts, 1);
});

test('FLG-9: more throws than the foul gives, and a throw of no foul', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 1 });
  log.throwMade('A4', foul);
  const surplus = log.throwMade('A4', foul);
  const alone = log.throwMade('B4', null);
  const result = fold(log);
  assert.equal(flagged(result, 'free-throws-surplus').includes(surplus), true);
  assert.deepEqual(flagged(result, 'throws-without-foul'), [alone]);
});

test('FLG-9: throws that are due are missed once play goes on, not before', () => {
  const log = startedLog();
  const foul = log.foul('B5', 'shooting', { drawnBy: 'A4', freeThrows: 2 });
  log.throwMade('A4', foul);
  assert.deepEqual(flagCodes(fold(log)), []);
  log.made('B4', 2);
  assert.equal(flagged(fold(log), 'free-throws-missing').includes(foul), true);
});

test('FLG-9: where misses are not kept no throw is missed', () => {
  const log = startedLog('fiba-2024', { tracked: ['baskets', 'scorers', 'fouls'] });
  const foul = log.foul('B5', 'shooting', { freeThrows: 2 });
  log.throwMade('A4', foul);
  log.made('B4', 2);
  assert.deepEqual(flagCodes(fold(log)), []);
});
