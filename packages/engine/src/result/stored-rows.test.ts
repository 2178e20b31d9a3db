import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog, teamB } from '../../testing/hand-written-log.ts';
import { fold } from '../../testing/reading.ts';
import { storedRows } from './stored-rows.ts';

const mostOfColumn = 2 ** 31 - 1;

test('W-2: a clock and a rule beyond all sense still fit the columns', () => {
  const score = { winner: Number.MAX_SAFE_INTEGER, loser: 0 };
  const log = startedLog('fiba-2024', { rules: { forfeit: score } });
  log.made('A4', 2, { clockMs: Number.MAX_SAFE_INTEGER });
  log.fact('game-forfeited', { teamId: teamB, how: 'forfeit' });
  const { summary, players, teams } = storedRows(fold(log));
  assert.deepEqual([summary.homePts, summary.clockMs], [mostOfColumn, mostOfColumn]);
  for (const value of [...players, ...teams].flatMap(Object.values))
    assert.ok(typeof value !== 'number' || Math.abs(value) <= mostOfColumn);
});
