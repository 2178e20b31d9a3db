import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventId } from '@bball/engine';
import { freshLog, idsOf, withKeyed } from '../testing/small-events.ts';
import { answered, type LocalLog } from './local-log.ts';
import { type ReplyKind, replyKind } from './reply-table.ts';
import {
  restingLoop,
  type SendEffect,
  type SendInput,
  type SendLoop,
  sendLimits,
  sendStep,
  sendWakesAtMs,
} from './send-loop.ts';

/** One tab, driven by hand; chance is always the most that it can be. */
const driven = (start: LocalLog, chance = 0.999_999) => {
  let loop: SendLoop = restingLoop;
  let log = start;
  const step = (input: SendInput, nowMs: number): readonly SendEffect[] => {
    const next = sendStep(loop, log, input, { nowMs, chance });
    loop = next.loop;
    return next.effects;
  };
  return {
    tick: (nowMs: number) => step({ kind: 'tick' }, nowMs),
    go: (nowMs: number) => step({ kind: 'go' }, nowMs),
    reply: (kind: 'answers' | ReplyKind, nowMs: number, retryAfterMs: number | null = null) =>
      step({ kind: 'reply', reply: { request: loop.request?.number ?? 0, kind, retryAfterMs } }, nowMs),
    change: (next: LocalLog) => {
      log = next;
    },
    get loop() {
      return loop;
    },
    get log() {
      return log;
    },
    get wakesAtMs() {
      return sendWakesAtMs(loop, log);
    },
  };
};

const sentIds = (effects: readonly SendEffect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.kind === 'send' ? idsOf(effect.events) : []));

const many = (count: number): LocalLog => withKeyed(freshLog, ...Array.from({ length: count }, (_, i) => `e${i}`));

test('S-4: a request is the prefix of what is pending, and one is in flight at a time', () => {
  const tab = driven(withKeyed(freshLog, 'a', 'b'));
  assert.deepEqual(sentIds(tab.tick(0)), ['a', 'b']);
  tab.change(withKeyed(tab.log, 'c'));
  assert.deepEqual(tab.tick(100), []);
  tab.change(answered(tab.log, [{ id: 'a' as EventId, outcome: 'accepted', seq: 1, code: null }]));
  assert.deepEqual(sentIds(tab.reply('answers', 200)), ['b', 'c']);
});

test('S-4: without an answer in 10 s the request is forgotten and the prefix sent again, at most 50 events of it', () => {
  const tab = driven(many(80), 0);
  assert.equal(sentIds(tab.tick(0)).length, 80);
  assert.equal(tab.wakesAtMs, sendLimits.answerWithinMs);
  assert.deepEqual(tab.tick(9_999), []);
  assert.equal(sentIds(tab.tick(10_000)).length, 50);
});

test('S-4: a reply to a request that was forgotten changes nothing in the rhythm', () => {
  const tab = driven(withKeyed(freshLog, 'a'), 0);
  tab.tick(0);
  tab.tick(10_000);
  const before = tab.loop;
  sendStep(
    before,
    tab.log,
    { kind: 'reply', reply: { request: 1, kind: 'answers', retryAfterMs: null } },
    { nowMs: 10_001, chance: 0 },
  );
  assert.equal(before.request?.number, 2);
});

test('S-6: a batch is never larger than 500', () => {
  assert.equal(sentIds(driven(many(501)).tick(0)).length, 500);
});

test('S-6: the back-off is full jitter up to 0.5 s × 2^k and 30 s, and ends with an answer', () => {
  const tab = driven(withKeyed(freshLog, 'a'));
  let nowMs = 0;
  const pauses: number[] = [];
  tab.tick(nowMs);
  for (let k = 0; k < 8; k++) {
    tab.reply('network', nowMs);
    pauses.push((tab.wakesAtMs as number) - nowMs);
    nowMs = tab.wakesAtMs as number;
    tab.tick(nowMs);
  }
  assert.deepEqual(pauses, [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  tab.reply('answers', nowMs);
  assert.equal(tab.loop.failures, 0);
  const lucky = driven(withKeyed(freshLog, 'a'), 0);
  lucky.tick(0);
  assert.deepEqual(sentIds(lucky.reply('network', 0)), ['a']);
});

test('S-6: back online, or in front again, it sends at once', () => {
  const tab = driven(withKeyed(freshLog, 'a'));
  tab.tick(0);
  tab.reply('network', 0);
  assert.deepEqual(tab.tick(100), []);
  assert.deepEqual(sentIds(tab.go(100)), ['a']);
});

test('S-6: the third server error on the same prefix halves it; one event alone three times is stuck and passed over', () => {
  const tab = driven(withKeyed(freshLog, 'a', 'b'), 0);
  tab.tick(0);
  tab.reply('server-error', 1);
  assert.deepEqual(sentIds(tab.reply('server-error', 2)), ['a', 'b']);
  assert.deepEqual(sentIds(tab.reply('server-error', 3)), ['a']);
  tab.reply('server-error', 4);
  tab.reply('server-error', 5);
  const effects = tab.reply('server-error', 6);
  assert.deepEqual(effects[0], { kind: 'stuck', id: 'a' });
  assert.deepEqual(sentIds(effects), ['b']);
});

test('S-6: a stuck event is tried again every 10 minutes, alone', () => {
  const tab = driven(withKeyed(freshLog, 'a'), 0);
  tab.tick(0);
  for (const nowMs of [1, 2, 3]) tab.reply('server-error', nowMs);
  assert.equal(tab.wakesAtMs, 3 + sendLimits.stuckForMs);
  assert.deepEqual(tab.tick(1_000), []);
  assert.deepEqual(sentIds(tab.tick(3 + sendLimits.stuckForMs)), ['a']);
  tab.change(withKeyed(tab.log, 'b'));
  tab.reply('answers', 700_000);
  assert.equal(tab.loop.stuck.size, 0);
});

test('S-6: malformed or too large halves at once, down to the one event, which is rejected', () => {
  const tab = driven(withKeyed(freshLog, 'a', 'b', 'c', 'd'));
  tab.tick(0);
  assert.deepEqual(sentIds(tab.reply('batch-too-large', 1)), ['a', 'b']);
  assert.deepEqual(sentIds(tab.reply('malformed-request', 2)), ['a']);
  assert.deepEqual(tab.reply('malformed-request', 3)[0], { kind: 'reject', id: 'a', code: 'malformed' });
});

test('S-6: after a success the batch grows again', () => {
  const tab = driven(many(40));
  tab.tick(0);
  tab.reply('batch-too-large', 1);
  assert.equal(tab.loop.request?.ids.length, 20);
  tab.reply('answers', 2);
  assert.equal(tab.loop.request?.ids.length, 40);
});

for (const [kind, what] of [
  ['unauthenticated', 'renew-token'],
  ['not-a-scorer', 'sign-in-or-hand-over'],
  ['game-not-found', 'create-game'],
] as const) {
  test(`S-6: ${kind} stops the loop, asks for ${what}, and goes on when that is done`, () => {
    const tab = driven(withKeyed(freshLog, 'a'));
    tab.tick(0);
    assert.deepEqual(tab.reply(kind, 1), [{ kind: 'ask', what }]);
    assert.deepEqual([tab.wakesAtMs, tab.tick(3_600_000)], [null, []]);
    assert.deepEqual(sentIds(tab.go(3_600_000)), ['a']);
  });
}

test('S-6: a server that is older than the app is asked hourly, and everything is kept', () => {
  const tab = driven(withKeyed(freshLog, 'a'));
  tab.tick(0);
  assert.deepEqual(tab.reply('contract-too-new', 1), [{ kind: 'ask', what: 'say-server-is-older' }]);
  assert.equal(tab.wakesAtMs, 1 + sendLimits.hourMs);
});

test('S-6: a busy server is left alone for as long as it says, and up to a second more', () => {
  const tab = driven(withKeyed(freshLog, 'a'));
  tab.tick(0);
  tab.reply('busy', 0, 3_000);
  assert.equal(tab.wakesAtMs, 4_000);
});

test('S-6: statuses and codes name the row', () => {
  const rows: readonly (readonly [number, string | null, ReplyKind])[] = [
    [400, 'malformed-request', 'malformed-request'],
    [401, null, 'unauthenticated'],
    [403, 'not-a-scorer', 'not-a-scorer'],
    [404, 'game-not-found', 'game-not-found'],
    [409, 'contract-too-new', 'contract-too-new'],
    [409, 'log-full', 'log-full'],
    [413, 'batch-too-large', 'batch-too-large'],
    [429, null, 'busy'],
    [500, null, 'server-error'],
    [502, null, 'server-error'],
    [503, null, 'busy'],
  ];
  for (const [status, code, kind] of rows) assert.equal(replyKind(status, code), kind);
});
