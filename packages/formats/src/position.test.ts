import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionOf } from './position.ts';

test('positions of feeds become positions of a log, of two the first', () => {
  assert.equal(positionOf('PG'), 'point-guard');
  assert.equal(positionOf('G-F'), 'guard');
  assert.equal(positionOf('Center'), 'center');
});

test('a position in no word that we know is not said', () => {
  assert.equal(positionOf('Libero'), null);
  assert.equal(positionOf(''), null);
});
