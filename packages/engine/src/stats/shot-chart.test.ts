import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gameId, writeLog } from '../../testing/hand-written-log.ts';
import { fiba3x3Court, fibaCourt, nbaCourt } from '../rules/courts.ts';
import { foldLog } from '../snapshot.ts';
import { shotChart, zoneOf, zoneTotals } from './shot-chart.ts';

test('SHT-1: every spot has the first zone that holds it', () => {
  assert.equal(zoneOf({ xCm: 0, yCm: 0 }, fibaCourt), 'rim');
  assert.equal(zoneOf({ xCm: 100, yCm: 300 }, fibaCourt), 'paint');
  assert.equal(zoneOf({ xCm: -400, yCm: 200 }, fibaCourt), 'middle-left');
  assert.equal(zoneOf({ xCm: 400, yCm: 200 }, fibaCourt), 'middle-right');
  assert.equal(zoneOf({ xCm: 0, yCm: 500 }, fibaCourt), 'middle-ahead');
  assert.equal(zoneOf({ xCm: -690, yCm: 0 }, fibaCourt), 'corner-left');
  assert.equal(zoneOf({ xCm: 690, yCm: 0 }, fibaCourt), 'corner-right');
  assert.equal(zoneOf({ xCm: 20, yCm: 700 }, fibaCourt), 'outside-ahead');
  assert.equal(zoneOf({ xCm: -550, yCm: 450 }, fibaCourt), 'outside-left');
  assert.equal(zoneOf({ xCm: 550, yCm: 450 }, fibaCourt), 'outside-right');
  assert.equal(zoneOf({ xCm: 0, yCm: 1_600 }, fibaCourt), 'backcourt');
});

test('SHT-1: the same spot is in another zone on another floor', () => {
  assert.equal(zoneOf({ xCm: 0, yCm: 700 }, nbaCourt), 'middle-ahead');
  assert.equal(zoneOf({ xCm: 0, yCm: 900 }, fiba3x3Court), 'outside-ahead');
});

test('SHT-2: shots come in order with zone and distance; voided ones and own baskets do not', () => {
  const log = writeLog('fiba-2024');
  log.start(1);
  log.made('A4', 3, { spot: { xCm: 300, yCm: 640 } });
  log.missed('B5', 2);
  log.void(log.made('A5', 2, { spot: { xCm: 0, yCm: 0 } }));
  log.made('A9', 2, { qualifiers: ['own-basket'] });
  const shots = shotChart(foldLog(gameId, log.events));
  assert.deepEqual(
    shots.map(({ by, made, zone, distanceCm }) => [by, made, zone, distanceCm]),
    [
      ['A4', true, 'outside-ahead', 707],
      ['B5', false, null, null],
    ],
  );
  assert.deepEqual(zoneTotals(shots), [{ zone: 'outside-ahead', made: 1, attempted: 1, points: 3 }]);
});
