/**
 * The loop of one tab that sends a game's pending events: when, which, and what after a reply. It holds no event, only the
 * rhythm: the log is an argument, the moment and the chance too.
 * Invariants: a request is a prefix of the pending events in the order of `deviceSeq`, one is in flight at a time (S-4), so
 * that a lost, doubled or late request can only repeat; one event that the server cannot take never blocks the rest (S-6).
 * Source: protocol.md §4.
 */
import type { EventId, GameEvent } from '@bball/engine';
import type { LocalLog } from './local-log.ts';
import { pendingOf } from './log-view.ts';
import { type ReplyKind, type ReplyRule, replyRules } from './reply-table.ts';

export const sendLimits = {
  batch: 500,
  answerWithinMs: 10_000,
  firstPauseMs: 500,
  longestPauseMs: 30_000,
  stuckForMs: 600_000,
  hourMs: 3_600_000,
  jitterMs: 1_000,
} as const;

export type SendLoop = {
  readonly request: { readonly number: number; readonly ids: readonly EventId[]; readonly sentAtMs: number } | null;
  readonly requests: number;
  /** Replies in a row that made it wait: the k of the back-off. */
  readonly failures: number;
  /** How often the same prefix met the same kind of reply. */
  readonly sameFailures: number;
  readonly limit: number;
  readonly sendAtMs: number;
  /** What the shell has to do before anything goes out; null: nothing. */
  readonly stoppedFor: ReplyRule['ask'];
  /** Events passed over, with the moment they are tried again. */
  readonly stuck: ReadonlyMap<EventId, number>;
};

export type Reply = {
  readonly request: number;
  readonly kind: 'answers' | ReplyKind;
  readonly retryAfterMs: number | null;
};

export type SendInput =
  | { readonly kind: 'tick' }
  /** The network is back, the app is in front, or the shell did what was asked. */
  | { readonly kind: 'go' }
  | { readonly kind: 'reply'; readonly reply: Reply };

export type SendEffect =
  | { readonly kind: 'send'; readonly request: number; readonly events: readonly GameEvent[] }
  | { readonly kind: 'reject'; readonly id: EventId; readonly code: string }
  | { readonly kind: 'stuck'; readonly id: EventId }
  | { readonly kind: 'ask'; readonly what: NonNullable<ReplyRule['ask']> };

export type SendStep = { readonly loop: SendLoop; readonly effects: readonly SendEffect[] };

/** The world as the loop sees it: `chance` in [0, 1) spreads the phones of a hall. */
export type Moment = { readonly nowMs: number; readonly chance: number };

export const restingLoop: SendLoop = {
  request: null,
  requests: 0,
  failures: 0,
  sameFailures: 0,
  limit: sendLimits.batch,
  sendAtMs: 0,
  stoppedFor: null,
  stuck: new Map(),
};

const fullJitterMs = (failures: number, chance: number): number =>
  Math.round(chance * Math.min(sendLimits.longestPauseMs, sendLimits.firstPauseMs * 2 ** failures));

const waitMs = (rule: ReplyRule, loop: SendLoop, reply: Reply, chance: number): number => {
  if (rule.wait === 'back-off') return fullJitterMs(loop.failures, chance);
  if (rule.wait === 'as-told') return (reply.retryAfterMs ?? 1_000) + Math.round(chance * sendLimits.jitterMs);
  return rule.wait === 'hourly' ? sendLimits.hourMs : 0;
};

const halved = (loop: SendLoop, rule: ReplyRule, ids: readonly EventId[], nowMs: number): SendStep => {
  const next = { ...loop, sameFailures: 0 };
  const [id] = ids;
  if (ids.length > 1 || id === undefined) {
    return { loop: { ...next, limit: Math.max(1, Math.floor(ids.length / 2)) }, effects: [] };
  }
  if (rule.alone === 'rejected') return { loop: next, effects: [{ kind: 'reject', id, code: 'malformed' }] };
  const stuck = new Map(loop.stuck).set(id, nowMs + sendLimits.stuckForMs);
  return { loop: { ...next, stuck, failures: 0, sendAtMs: nowMs }, effects: [{ kind: 'stuck', id }] };
};

const failed = (loop: SendLoop, reply: Reply, ids: readonly EventId[], moment: Moment): SendStep => {
  const rule: ReplyRule = replyRules[reply.kind as ReplyKind];
  const after: SendLoop = {
    ...loop,
    request: null,
    failures: loop.failures + (rule.wait === 'back-off' ? 1 : 0),
    sameFailures: rule.halveAfter === null ? 0 : loop.sameFailures + 1,
    limit: Math.min(loop.limit, rule.atMost ?? loop.limit),
    sendAtMs: moment.nowMs + waitMs(rule, loop, reply, moment.chance),
    stoppedFor: rule.wait === 'stop' ? rule.ask : null,
  };
  const asks: readonly SendEffect[] = rule.ask === null ? [] : [{ kind: 'ask', what: rule.ask }];
  if (rule.halveAfter === null || after.sameFailures < rule.halveAfter) return { loop: after, effects: asks };
  return halved(after, rule, ids, moment.nowMs);
};

const replied = (loop: SendLoop, reply: Reply, moment: Moment): SendStep => {
  const { request } = loop;
  if (request === null || request.number !== reply.request) return { loop, effects: [] };
  if (reply.kind !== 'answers') return failed(loop, reply, request.ids, moment);
  const stuck = new Map([...loop.stuck].filter(([id]) => !request.ids.includes(id)));
  const limit = Math.min(sendLimits.batch, loop.limit * 2);
  const rested = { ...loop, request: null, failures: 0, sameFailures: 0, limit, sendAtMs: moment.nowMs, stuck };
  return { loop: rested, effects: [] };
};

const overdue = (loop: SendLoop, moment: Moment): SendStep => {
  const { request } = loop;
  if (request === null || moment.nowMs - request.sentAtMs < sendLimits.answerWithinMs) return { loop, effects: [] };
  return failed(loop, { request: request.number, kind: 'timeout', retryAfterMs: null }, request.ids, moment);
};

/** A stuck event whose time has come goes alone, so that it never takes the others down again. */
const batchOf = (loop: SendLoop, log: LocalLog, nowMs: number): readonly GameEvent[] => {
  const pending = pendingOf(log);
  const batch = pending.filter(({ id }) => !loop.stuck.has(id)).slice(0, loop.limit);
  return batch.length > 0 ? batch : pending.filter(({ id }) => (loop.stuck.get(id) ?? 0) <= nowMs).slice(0, 1);
};

const sent = (loop: SendLoop, log: LocalLog, nowMs: number): SendStep => {
  if (loop.request !== null || loop.stoppedFor !== null || nowMs < loop.sendAtMs) return { loop, effects: [] };
  const events = batchOf(loop, log, nowMs);
  if (events.length === 0) return { loop, effects: [] };
  const number = loop.requests + 1;
  const request = { number, ids: events.map(({ id }) => id), sentAtMs: nowMs };
  return { loop: { ...loop, request, requests: number }, effects: [{ kind: 'send', request: number, events }] };
};

/** Take the answers into the log first, then step: what goes out next is read from the log as it is then. */
export const sendStep = (loop: SendLoop, log: LocalLog, input: SendInput, moment: Moment): SendStep => {
  const woken =
    input.kind === 'go' ? { ...loop, sendAtMs: Math.min(loop.sendAtMs, moment.nowMs), stoppedFor: null } : loop;
  const settled = input.kind === 'reply' ? replied(woken, input.reply, moment) : overdue(woken, moment);
  const next = sent(settled.loop, log, moment.nowMs);
  return { loop: next.loop, effects: [...settled.effects, ...next.effects] };
};

/** When the next `tick` is due; null: nothing is pending, or the shell has to act first. */
export const sendWakesAtMs = (loop: SendLoop, log: LocalLog): number | null => {
  if (loop.request !== null) return loop.request.sentAtMs + sendLimits.answerWithinMs;
  if (loop.stoppedFor !== null) return null;
  const pending = pendingOf(log);
  if (pending.length === 0) return null;
  if (pending.some(({ id }) => !loop.stuck.has(id))) return loop.sendAtMs;
  return Math.max(loop.sendAtMs, Math.min(...pending.map(({ id }) => loop.stuck.get(id) ?? 0)));
};
