import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FoulRow, foulsOfThrows, type ThrowRow } from './foul-of-throw.ts';

const foul = (key: string, index: number, fields: Partial<FoulRow> = {}): FoulRow => ({
  key,
  index,
  teamId: 'B',
  period: 1,
  clockMs: 60_000,
  freeThrows: 2,
  isTechnical: false,
  drawnBy: null,
  ...fields,
});

const thrown = (index: number, number: number | null, of: number | null, fields: Partial<ThrowRow> = {}): ThrowRow => ({
  index,
  teamId: 'A',
  period: 1,
  clockMs: 60_000,
  by: 'a1',
  number,
  of,
  isTechnical: null,
  ...fields,
});

test('a trip that goes on keeps its foul, though another foul was called between its throws', () => {
  const fouls = [foul('first', 1), foul('second', 3)];
  assert.deepEqual(foulsOfThrows(fouls, [thrown(2, 1, 2), thrown(4, 2, 2)]), ['first', 'first']);
});

test('two trips at one clock share out the fouls there', () => {
  const fouls = [foul('first', 1), foul('second', 2)];
  const trips = [thrown(3, 1, 2), thrown(4, 2, 2), thrown(5, 1, 2), thrown(6, 2, 2)];
  assert.deepEqual(foulsOfThrows(fouls, trips), ['second', 'second', 'first', 'first']);
});

test('where throws are not numbered, who drew the foul throws for it', () => {
  const fouls = [
    foul('on a1', 1, { freeThrows: null, drawnBy: 'a1' }),
    foul('technical', 2, { freeThrows: 1, isTechnical: true }),
  ];
  const throws = [thrown(3, null, null, { by: 'a9' }), thrown(4, null, null), thrown(5, null, null)];
  assert.deepEqual(foulsOfThrows(fouls, throws), ['technical', 'on a1', 'on a1']);
});

test('without a foul at the clock it is the latest before, and never one of the own side or of another period', () => {
  const fouls = [
    foul('early', 1, { clockMs: 90_000 }),
    foul('late', 2, { clockMs: 80_000 }),
    foul('own', 3, { teamId: 'A' }),
    foul('other period', 9, { period: 2 }),
  ];
  assert.deepEqual(foulsOfThrows(fouls, [thrown(4, 1, 2, { clockMs: 79_000 })]), ['late']);
  assert.deepEqual(foulsOfThrows([foul('own', 1, { teamId: 'A' })], [thrown(2, 1, 1)]), [null]);
});

test('throws of a foul at the buzzer may stand in the coming period', () => {
  const fouls = [
    foul('at the buzzer', 1, { clockMs: 0, isTechnical: true, freeThrows: 1 }),
    foul('played out', 2, { period: 2, freeThrows: 0 }),
  ];
  const row = thrown(3, 1, 1, { period: 2, clockMs: 720_000, isTechnical: true });
  assert.deepEqual(foulsOfThrows(fouls, [row]), ['at the buzzer']);
});
