import type { FlowPoint } from '@bball/engine';
import { expect, test } from '@jest/globals';
import { areaOf, lineOf, pointAt, reachOf, xOf, yOf } from './flow-geometry.ts';

const point = (elapsedMs: number, home: number, away: number): FlowPoint =>
  ({
    elapsedMs,
    period: 1,
    score: { home, away },
    lead: home - away,
    playId: `play-${elapsedMs}`,
  }) as unknown as FlowPoint;

const points = [point(10_000, 2, 0), point(30_000, 2, 3), point(50_000, 4, 3)];
const frame = { width: 100, height: 100, lengthMs: 100_000, reach: 10 };

test('home leads upwards, away downwards, a tie lies in the middle', () => {
  expect(yOf(10, frame)).toBe(0);
  expect(yOf(0, frame)).toBe(50);
  expect(yOf(-10, frame)).toBe(100);
  expect(xOf(50_000, frame)).toBe(50);
});

test('the reach leaves room above the biggest lead', () => {
  expect(reachOf(points)).toBe(5);
  expect(reachOf([point(1, 10, 0)])).toBe(15);
  expect(reachOf([])).toBe(5);
});

test("each side's area holds only its own leads", () => {
  expect(areaOf(points, 'home', 60_000, frame)).toBe(
    'M0 50L10.0 50.0L10.0 40.0L30.0 40.0L30.0 50.0L50.0 50.0L50.0 45.0L60.0 45.0L60.0 50Z',
  );
  expect(areaOf(points, 'away', 60_000, frame)).toBe(
    'M0 50L10.0 50.0L10.0 50.0L30.0 50.0L30.0 55.0L50.0 55.0L50.0 50.0L60.0 50.0L60.0 50Z',
  );
});

test('the line steps at each basket', () => {
  expect(lineOf(points, 60_000, frame)).toBe('M0 50H10.0V40.0H30.0V55.0H50.0V45.0H60.0');
});

test('a moment reads the score that stood then', () => {
  expect(pointAt(points, 5_000)).toBeNull();
  expect(pointAt(points, 30_000)?.score).toEqual({ home: 2, away: 3 });
  expect(pointAt(points, 49_999)?.score).toEqual({ home: 2, away: 3 });
});
