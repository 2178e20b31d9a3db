import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog, teamA } from '../testing/hand-written-log.ts';
import { append } from './append.ts';
import type { GameId, PlayerId } from './game/ids.ts';
import { openGame } from './game-fold.ts';
import { playsBehind } from './plays-behind.ts';

const gameOf = (events: ReturnType<typeof startedLog>['events']) => {
  const game = openGame('G' as GameId);
  append(game, events);
  return game;
};

test('WHY-1: a player’s points are the plays that brought them, in order', () => {
  const log = startedLog();
  const two = log.made('A4', 2);
  log.missed('A4', 2);
  const foul = log.foul('B4', 'shooting', { drawnBy: 'A4', freeThrows: 1 });
  const one = log.throwMade('A4', foul);
  const three = log.made('A4', 3, { after: two });
  log.void(log.made('A4', 2));
  assert.deepEqual(playsBehind(gameOf(log.events), 'A4' as PlayerId, 'pts'), [two, three, one]);
});

test('WHY-1: a team’s number has the plays of all its rows', () => {
  const log = startedLog();
  log.missed('B4', 2);
  const players = log.rebound('A4');
  log.missed('A4', 2);
  const own = log.rebound('A team');
  assert.deepEqual(playsBehind(gameOf(log.events), teamA, 'reb'), [players, own]);
});

test('WHY-1: points in the paint have their plays too', () => {
  const log = startedLog();
  const inside = log.made('A4', 2, { spot: { xCm: 0, yCm: 50 } });
  log.made('A4', 3, { spot: { xCm: 0, yCm: 700 } });
  assert.deepEqual(playsBehind(gameOf(log.events), teamA, 'paintPts'), [inside]);
});
