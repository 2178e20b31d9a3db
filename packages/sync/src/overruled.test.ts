import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventId, LoggedEvent } from '@bball/engine';
import { foreign, freshLog } from '../testing/small-events.ts';
import { answered, type Draft, keyed, type LocalLog, learned, stored } from './local-log.ts';
import { overruledIn } from './overruled.ts';

const amendment = (id: string, changes: object) =>
  ({ id, type: 'play-amended', playId: 'shot', playType: 'field-goal-attempted', changes }) as unknown as Draft;

const key = (log: LocalLog, draft: Draft): LocalLog => stored(keyed(log, draft).log, draft.id);
const accept = (log: LocalLog, id: string, seq: number): LocalLog =>
  answered(log, [{ id: id as EventId, outcome: 'accepted', seq, code: null }]);
const theirs = (id: string, seq: number, changes: object, afterSeq = seq - 1): LoggedEvent =>
  ({ ...foreign(id, seq), ...amendment(id, changes), afterSeq }) as unknown as LoggedEvent;

const mine = accept(key(learned(freshLog, [foreign('shot', 1)]), amendment('mine', { by: 'p7' })), 'mine', 2);

test('S-11: a foreign correction of the same group with a later seq overrules an own one, and it is known whether unaware', () => {
  const [unaware] = overruledIn(learned(mine, [theirs('x', 3, { by: 'p11' }, 1)]), 2);
  assert.deepEqual(
    [unaware?.playId, unaware?.group, unaware?.standing.id, unaware?.wasUnaware],
    ['shot', 'who', 'x', true],
  );
  const [aware] = overruledIn(learned(mine, [theirs('x', 3, { by: 'p11' }, 2)]), 2);
  assert.equal(aware?.wasUnaware, false);
});

test('S-11: a correction of another group, an earlier one, or one that was told already, overrules nothing', () => {
  assert.deepEqual(overruledIn(learned(mine, [theirs('x', 3, { made: false })]), 2), []);
  const earlier = accept(
    key(learned(freshLog, [theirs('x', 1, { by: 'p11' })]), amendment('mine', { by: 'p7' })),
    'mine',
    2,
  );
  assert.deepEqual(overruledIn(earlier, 0), []);
  assert.deepEqual(overruledIn(learned(mine, [theirs('x', 3, { by: 'p11' })]), 3), []);
});

test('S-11: the own value keyed again stands, also while it is pending', () => {
  const again = key(learned(mine, [theirs('x', 3, { by: 'p11' })]), amendment('again', { by: 'p7' }));
  assert.deepEqual(overruledIn(again, 2), []);
});
