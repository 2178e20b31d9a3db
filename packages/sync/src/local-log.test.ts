import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventId } from '@bball/engine';
import fc from 'fast-check';
import { draft, foreign, freshLog, idsOf, inLog, mine, theirs, withKeyed } from '../testing/small-events.ts';
import { adopted, handedOver } from './hand-over.ts';
import { type Answer, answered, discarded, emptyLog, keyed, type LocalLog, learned, stored } from './local-log.ts';
import { countsOf, pendingOf, viewOf } from './log-view.ts';

const statusOf = (log: LocalLog, id: string) => log.entries.get(id as EventId)?.status;
const answer = (id: string, outcome: Answer['outcome'], detail: number | string): Answer => ({
  id: id as EventId,
  outcome,
  seq: typeof detail === 'number' ? detail : null,
  code: typeof detail === 'string' ? detail : null,
});

test('S-2: an event is unsaved until its transaction has committed, shown all the same and not sent', () => {
  const { log } = keyed(freshLog, draft('a'));
  assert.deepEqual([statusOf(log, 'a'), idsOf(pendingOf(log)), idsOf(viewOf(log))], ['unsaved', [], ['a']]);
  const safe = stored(log, 'a' as EventId);
  assert.deepEqual([statusOf(safe, 'a'), idsOf(pendingOf(safe))], ['pending', ['a']]);
});

test('S-2: an event that could not be stored is keyed again under its id, with the numbers of then', () => {
  const failed = keyed(freshLog, draft('a')).log;
  const later = keyed(learned(withKeyed(failed, 'b'), [foreign('x', 1)]), draft('a'));
  assert.deepEqual([later.event.deviceSeq, later.event.afterSeq], [2, 1]);
});

test('S-7: deviceSeq counts 1, 2, 3 … per game and device, also after what the server alone remembers of this device', () => {
  const log = withKeyed(freshLog, 'a', 'b');
  assert.deepEqual(
    pendingOf(log).map(({ deviceSeq }) => deviceSeq),
    [1, 2],
  );
  const restored = learned(emptyLog(log.gameId, mine), [inLog(log, 'a', 1), inLog(log, 'b', 2)]);
  assert.equal(keyed(restored, draft('c')).event.deviceSeq, 3);
});

test('S-3: the view is the acknowledged by seq, then the pending by deviceSeq; afterSeq is the unbroken prefix', () => {
  const log = learned(withKeyed(freshLog, 'a', 'b'), [foreign('x', 1), foreign('y', 3)]);
  assert.deepEqual(idsOf(viewOf(log)), ['x', 'y', 'a', 'b']);
  assert.deepEqual(
    viewOf(log).map(({ seq }) => seq),
    [1, 3, null, null],
  );
  assert.equal(keyed(log, draft('c')).event.afterSeq, 1);
  assert.equal(keyed(learned(log, [foreign('w', 2)]), draft('c')).event.afterSeq, 3);
});

test('S-3: held, rejected and discarded events are not in the view; the tray counts them', () => {
  const log = answered(withKeyed(freshLog, 'a', 'b', 'c', 'd'), [
    answer('a', 'held', 'game-is-final'),
    answer('b', 'rejected', 'malformed'),
    answer('c', 'rejected', 'discarded'),
  ]);
  assert.deepEqual(idsOf(viewOf(log)), ['d']);
  assert.deepEqual(countsOf(log), { unsaved: 0, pending: 1, acknowledged: 0, held: 1, rejected: 1, discarded: 1 });
});

test('S-5: answers are matched by id, whichever request they are of and however often they come', () => {
  const log = withKeyed(freshLog, 'a', 'b');
  const answers = [answer('b', 'accepted', 2), answer('a', 'repeated', 1), answer('unknown', 'accepted', 3)];
  const once = answered(log, answers);
  assert.deepEqual([statusOf(once, 'a'), statusOf(once, 'b'), once.through], ['acknowledged', 'acknowledged', 2]);
  assert.deepEqual(answered(once, answers), once);
});

test('S-5: a late answer never takes back what is settled', () => {
  const settled = answered(withKeyed(freshLog, 'a', 'b'), [
    answer('a', 'accepted', 1),
    answer('b', 'rejected', 'malformed'),
  ]);
  const late = answered(settled, [answer('a', 'held', 'link-ended'), answer('b', 'held', 'link-ended')]);
  assert.deepEqual([statusOf(late, 'a'), statusOf(late, 'b')], ['acknowledged', 'rejected']);
});

test('S-5: what is seen in the log is acknowledged, also if it was held', () => {
  const held = answered(withKeyed(freshLog, 'a', 'b'), [answer('a', 'held', 'game-is-final')]);
  const log = learned(held, [inLog(held, 'a', 1)]);
  assert.deepEqual(
    [statusOf(log, 'a'), statusOf(discarded(held, ['a' as EventId]), 'a')],
    ['acknowledged', 'discarded'],
  );
});

test('S-9: what the server has not taken is handed over, and keeps its maker and its order there', () => {
  const log = answered(withKeyed(freshLog, 'a', 'b', 'c'), [
    answer('a', 'accepted', 1),
    answer('b', 'held', 'link-ended'),
  ]);
  const other = adopted(withKeyed(emptyLog(log.gameId, theirs), 'z'), handedOver(log));
  assert.deepEqual(idsOf(pendingOf(other)), ['b', 'c', 'z']);
  assert.deepEqual(
    pendingOf(other).map(({ deviceId }) => deviceId),
    [mine, mine, theirs],
  );
  assert.deepEqual(adopted(other, handedOver(log)), other);
});

test('I-6: the acknowledgement of own events, without foreign ones in between, moves nothing in the view', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(
    fc.property(fc.nat(5), fc.shuffledSubarray(ids), (known, late) => {
      const log = learned(
        withKeyed(freshLog, ...ids),
        Array.from({ length: known }, (_, i) => foreign(`x${i}`, i + 1)),
      );
      const answers = ids.map((id, i) => answer(id, 'accepted', known + i + 1));
      for (let upTo = 0; upTo <= ids.length; upTo++) {
        assert.deepEqual(idsOf(viewOf(answered(log, answers.slice(0, upTo)))), idsOf(viewOf(log)));
      }
      const inAnyOrder = late.reduce((now, id) => answered(now, [answers[ids.indexOf(id)] as Answer]), log);
      assert.deepEqual(viewOf(answered(inAnyOrder, answers)), viewOf(answered(log, answers)));
    }),
  );
});

test('I-4: whatever answers come, an event is in exactly one state and never leaves the log', () => {
  const anyAnswer = fc.tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom<Answer['outcome']>('accepted', 'repeated', 'held', 'rejected'),
  );
  fc.assert(
    fc.property(fc.array(anyAnswer, { maxLength: 12 }), (script) => {
      const seqs = { a: 1, b: 2, c: 3 };
      const log = script.reduce(
        (now, [id, outcome]) =>
          answered(now, [
            answer(id, outcome, outcome === 'accepted' || outcome === 'repeated' ? seqs[id as 'a'] : 'a-code'),
          ]),
        withKeyed(freshLog, 'a', 'b', 'c'),
      );
      assert.equal(
        Object.values(countsOf(log)).reduce((sum, count) => sum + count, 0),
        3,
      );
    }),
  );
});
