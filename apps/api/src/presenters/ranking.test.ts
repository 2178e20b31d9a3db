import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TeamRecord } from '../repositories/finals.ts';
import { betterRecord, ranked } from './ranking.ts';

const team = (
  teamId: string,
  [won, lost, tied]: readonly [number, number, number],
  pts = 0,
  opponentPts = 0,
): TeamRecord => ({
  teamId,
  games: won + lost + tied,
  won,
  lost,
  tied,
  pts,
  opponentPts,
});

const orderOf = (records: readonly TeamRecord[]): readonly string[] =>
  records.toSorted(betterRecord).map(({ teamId }) => teamId);

test('F-3: the share of wins comes before their number, and a tie is half a win', () => {
  const records = [
    team('3 of 6', [3, 3, 0]),
    team('2 of 3', [2, 1, 0]),
    team('tied', [0, 0, 2]),
    team('lost', [0, 1, 0]),
  ];
  assert.deepEqual(orderOf(records), ['2 of 3', '3 of 6', 'tied', 'lost']);
});

test('F-3: then the difference of points, then points; who has not played comes last', () => {
  const records = [
    team('none', [0, 0, 0]),
    team('lost high', [0, 1, 0], 60, 90),
    team('by 2', [1, 0, 0], 80, 78),
    team('by 5', [1, 0, 0], 70, 65),
    team('by 2, more', [1, 0, 0], 90, 88),
  ];
  assert.deepEqual(orderOf(records), ['by 5', 'by 2, more', 'by 2', 'lost high', 'none']);
});

test('equal rows share a rank, and the next row counts them all', () => {
  const ranks = ranked([{ pts: 9 }, { pts: 7 }, { pts: 7 }, { pts: 5 }], (a, b) => a.pts === b.pts).map(
    ({ rank }) => rank,
  );
  assert.deepEqual(ranks, [1, 2, 2, 4]);
  assert.deepEqual(
    ranked([], () => true),
    [],
  );
});
