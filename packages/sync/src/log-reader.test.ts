import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventId } from '@bball/engine';
import { foreign, freshLog, idsOf, withKeyed } from '../testing/small-events.ts';
import { isForked, rebuilt } from './fork.ts';
import { answered, type LocalLog, learned } from './local-log.ts';
import { freshReader, type LogReader, type ReadEffect, type ReadInput, readStep } from './log-reader.ts';
import { pendingOf, viewOf } from './log-view.ts';

/** A tab that reads, with its log. */
const driven = (start: LocalLog) => {
  let reader: LogReader = freshReader;
  let log = start;
  const step = (input: ReadInput, nowMs: number): readonly ReadEffect[] => {
    const next = readStep(reader, log, input, { nowMs, chance: 0.999_999 });
    reader = next.reader;
    for (const effect of next.effects) {
      if (effect.kind === 'learn') log = learned(log, effect.events);
      if (effect.kind === 'rebuild') log = rebuilt(log, effect.events).log;
    }
    return next.effects;
  };
  return {
    step,
    page: (events: readonly ReturnType<typeof foreign>[], headSeq: number, nowMs = 0) =>
      step({ kind: 'page', page: { request: reader.request?.number ?? 0, events, headSeq } }, nowMs),
    learn: (events: readonly ReturnType<typeof foreign>[]) => {
      log = learned(log, events);
    },
    get log() {
      return log;
    },
  };
};

const read = (request: number, after: number, isWhole = false) => ({ kind: 'read', request, after, isWhole });
const acknowledged = (ids: readonly string[]): LocalLog =>
  answered(
    withKeyed(freshLog, ...ids),
    ids.map((id, i) => ({ id: id as EventId, outcome: 'accepted', seq: i + 1, code: null })),
  );

test('A-12: a start reads from the end of the unbroken prefix, page by page until the head', () => {
  const tab = driven(freshLog);
  assert.deepEqual(tab.step({ kind: 'tick' }, 0), [read(1, 0)]);
  tab.page([foreign('x', 1), foreign('y', 2)], 3);
  assert.deepEqual(tab.step({ kind: 'tick' }, 0), [read(2, 2)]);
  tab.page([foreign('z', 3)], 3);
  assert.deepEqual(tab.step({ kind: 'tick' }, 0), []);
  assert.deepEqual(idsOf(viewOf(tab.log)), ['x', 'y', 'z']);
});

test('A-12: a head that somebody said is read up to; a replica that has not got it ends the asking until the next word', () => {
  const tab = driven(freshLog);
  tab.step({ kind: 'tick' }, 0);
  tab.page([foreign('x', 1)], 1);
  assert.deepEqual(tab.step({ kind: 'head', headSeq: 4, isPrimary: false }, 0), [read(2, 1)]);
  tab.page([], 1);
  assert.deepEqual(tab.step({ kind: 'tick' }, 0), []);
  assert.deepEqual(tab.step({ kind: 'head', headSeq: 4, isPrimary: false }, 5_000), [read(3, 1)]);
});

test('A-12: no page in 10 s, or a failure, and it asks again after a pause', () => {
  const tab = driven(freshLog);
  tab.step({ kind: 'tick' }, 0);
  assert.deepEqual(tab.step({ kind: 'tick' }, 10_000), []);
  assert.deepEqual(tab.step({ kind: 'tick' }, 10_500), [read(2, 0)]);
  tab.step({ kind: 'failed', request: 2 }, 10_600);
  assert.deepEqual(tab.step({ kind: 'go' }, 10_601), [read(3, 0)]);
});

test('A-12: a page that comes late or twice is taken by seq', () => {
  const tab = driven(freshLog);
  tab.step({ kind: 'tick' }, 0);
  const late = { kind: 'page', page: { request: 99, events: [foreign('x', 1)], headSeq: 1 } } as const;
  tab.step(late, 0);
  tab.step(late, 0);
  assert.deepEqual(idsOf(viewOf(tab.log)), ['x']);
});

test('S-10: a head below what is acknowledged, said by the primary, has the whole log read; own missing events go out again', () => {
  const tab = driven(acknowledged(['a', 'b', 'c']));
  assert.deepEqual(tab.step({ kind: 'head', headSeq: 1, isPrimary: true }, 0), [read(1, 0, true)]);
  tab.page([{ ...foreign('a', 1) }], 1);
  assert.deepEqual(idsOf(pendingOf(tab.log)), ['b', 'c']);
  assert.equal(tab.log.through, 1);
});

test('S-10: what is acknowledged while the whole log is on its way is not lost', () => {
  const tab = driven(acknowledged(['a', 'b']));
  assert.deepEqual(tab.step({ kind: 'head', headSeq: 1, isPrimary: true }, 0), [read(1, 0, true)]);
  tab.learn([foreign('c', 3)]);
  assert.deepEqual(tab.page([foreign('a', 1), foreign('b', 2)], 2), [read(2, 2, true)]);
  tab.page([foreign('c', 3)], 3);
  assert.deepEqual([pendingOf(tab.log), tab.log.through], [[], 3]);
});

test('S-10: a replica that is behind is no fork', () => {
  const tab = driven(acknowledged(['a', 'b']));
  assert.deepEqual(tab.step({ kind: 'head', headSeq: 1, isPrimary: false }, 0), []);
});

test('S-10: another event at a known seq is a fork', () => {
  const tab = driven(acknowledged(['a', 'b']));
  tab.step({ kind: 'head', headSeq: 3, isPrimary: false }, 0);
  tab.page([foreign('x', 3)], 3);
  assert.equal(isForked(tab.log, null, [foreign('other', 2)]), true);
  tab.step({ kind: 'head', headSeq: 5, isPrimary: false }, 0);
  assert.deepEqual(tab.page([foreign('other', 3), foreign('more', 4)], 5), [read(3, 0, true)]);
});

test('S-10: what only looked like a fork loses nothing', () => {
  const log = acknowledged(['a', 'b']);
  const whole = viewOf(log).map((event, i) => ({ ...event, seq: i + 1 }));
  assert.deepEqual(rebuilt(log, whole), { log, lost: [] });
});
