import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLog } from '../../testing/hand-written-log.ts';
import { fold } from '../../testing/reading.ts';
import { violationKinds } from './violation-called.ts';

test('VIO-1: a violation credits nothing and moves nothing', () => {
  const log = startedLog();
  log.made('A4', 2);
  const before = fold(log);
  for (const kind of violationKinds) log.play('violation-called', { teamId: 'B', by: 'B4', kind });
  const after = fold(log);
  assert.deepEqual(after.players, before.players);
  assert.deepEqual(after.teams, before.teams);
  assert.deepEqual(after.game, before.game);
});
