import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventId, LoggedEvent } from '@bball/engine';
import { foreign, freshLog, withKeyed } from '../testing/small-events.ts';
import { knownRanks, lastRank } from './known-ranks.ts';
import { answered, learned } from './local-log.ts';

test('PLC-2: the last rank is the greatest of all that is known of a period: foreign, pending, held or moved there', () => {
  const log = learned(withKeyed(freshLog, 'b', 'd'), [foreign('c', 1)]);
  assert.deepEqual(knownRanks(log, 1), ['b', 'c', 'd']);
  const held = answered(log, [{ id: 'd' as EventId, outcome: 'held', seq: null, code: 'game-is-final' }]);
  assert.equal(lastRank(held, 1), 'd');
  const move = { ...foreign('m', 2), type: 'play-amended', changes: { period: 1, rank: 'x' } };
  const { place: _, ...moved } = move as typeof move & { place: unknown };
  assert.equal(lastRank(learned(log, [moved as unknown as LoggedEvent]), 1), 'x');
  assert.equal(lastRank(log, 2), null);
});
