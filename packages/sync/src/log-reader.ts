/**
 * The loop that reads what others put into the log: from where the device's unbroken prefix ends, page by page, until the head
 * that somebody said; the whole log where it looks forked (S-10).
 * Invariants: one request at a time; pages may come late or twice, the log takes them by seq.
 * Source: protocol.md A-12, S-10.
 */
import type { LoggedEvent } from '@bball/engine';
import { isForked } from './fork.ts';
import type { LocalLog } from './local-log.ts';
import { type Moment, sendLimits } from './send-loop.ts';

type ReadRequest = {
  readonly number: number;
  readonly after: number;
  readonly sentAtMs: number;
  /** The highest seq that was here when it was asked. */
  readonly lastSeq: number;
};

export type LogReader = {
  readonly request: ReadRequest | null;
  readonly requests: number;
  readonly failures: number;
  readonly readAtMs: number;
  /** The highest seq that anybody said. */
  readonly headSeq: number;
  /** Pages of a whole log that is being read because it looks forked; null: it is not. */
  readonly whole: readonly LoggedEvent[] | null;
};

export type LogPage = {
  readonly request: number;
  /** Contiguous from after + 1; empty: there is no more. */
  readonly events: readonly LoggedEvent[];
  readonly headSeq: number;
};

export type ReadInput =
  | { readonly kind: 'tick' | 'go' }
  /** A head that was said: by a pulse, by `log-grew`, by an answer of the primary. */
  | { readonly kind: 'head'; readonly headSeq: number; readonly isPrimary: boolean }
  | { readonly kind: 'page'; readonly page: LogPage }
  | { readonly kind: 'failed'; readonly request: number };

export type ReadEffect =
  /** `isWhole`: to be asked of the primary, never of a replica. */
  | { readonly kind: 'read'; readonly request: number; readonly after: number; readonly isWhole: boolean }
  | { readonly kind: 'learn'; readonly events: readonly LoggedEvent[] }
  | { readonly kind: 'rebuild'; readonly events: readonly LoggedEvent[] };

export type ReadStep = { readonly reader: LogReader; readonly effects: readonly ReadEffect[] };

/** A fresh start reads once, whatever is known. */
export const freshReader: LogReader = { request: null, requests: 0, failures: 0, readAtMs: 0, headSeq: 1, whole: null };

const quiet = (reader: LogReader): ReadStep => ({ reader, effects: [] });

const paused = (reader: LogReader, { nowMs, chance }: Moment): LogReader => {
  const mostMs = Math.min(sendLimits.longestPauseMs, sendLimits.firstPauseMs * 2 ** reader.failures);
  return { ...reader, request: null, failures: reader.failures + 1, readAtMs: nowMs + Math.round(chance * mostMs) };
};

type WholePage = { readonly page: LogPage; readonly whole: readonly LoggedEvent[]; readonly request: ReadRequest };

/** What was acknowledged while the page was on its way is not lost because the page has it not: one more is asked for. */
const wholePage = (reader: LogReader, log: LocalLog, { page, whole, request }: WholePage): ReadStep => {
  const all = [...whole, ...page.events];
  const hasMore = page.events.length > 0 && all.length < page.headSeq;
  const isOvertaken = log.lastSeq > request.lastSeq && log.lastSeq > all.length;
  if (hasMore || isOvertaken) return quiet({ ...reader, whole: all });
  return { reader: { ...reader, whole: null, headSeq: page.headSeq }, effects: [{ kind: 'rebuild', events: all }] };
};

const paged = (reader: LogReader, log: LocalLog, page: LogPage): ReadStep => {
  const { request } = reader;
  if (request?.number !== page.request) return { reader, effects: [{ kind: 'learn', events: page.events }] };
  const next = { ...reader, request: null, failures: 0 };
  if (reader.whole !== null) return wholePage(next, log, { page, whole: reader.whole, request });
  if (isForked(log, null, page.events)) return quiet({ ...next, whole: [] });
  // An empty page is the end of what this server has; a head said by somebody else stays to be asked for again later.
  const headSeq = page.events.length === 0 ? Math.max(page.headSeq, log.through) : Math.max(next.headSeq, page.headSeq);
  return { reader: { ...next, headSeq }, effects: [{ kind: 'learn', events: page.events }] };
};

const settled = (reader: LogReader, log: LocalLog, input: ReadInput, moment: Moment): ReadStep => {
  switch (input.kind) {
    case 'page':
      return paged(reader, log, input.page);
    case 'failed':
      return quiet(reader.request?.number === input.request ? paused(reader, moment) : reader);
    case 'head': {
      const looksForked = input.isPrimary && isForked(log, input.headSeq, []);
      const whole = looksForked ? (reader.whole ?? []) : reader.whole;
      return quiet({ ...reader, headSeq: Math.max(reader.headSeq, input.headSeq), whole });
    }
    case 'go':
      return quiet({ ...reader, readAtMs: Math.min(reader.readAtMs, moment.nowMs) });
    case 'tick': {
      const { request } = reader;
      return quiet(
        request !== null && moment.nowMs - request.sentAtMs >= sendLimits.answerWithinMs
          ? paused(reader, moment)
          : reader,
      );
    }
  }
};

/** Carry the effects out in order: `learn` and `rebuild` on the log, then the next `read`, then step again with the new log. */
export const readStep = (reader: LogReader, log: LocalLog, input: ReadInput, moment: Moment): ReadStep => {
  const first = settled(reader, log, input, moment);
  const { reader: next } = first;
  const isNeeded = next.whole !== null || next.headSeq > log.through;
  const learns = first.effects.length > 0;
  if (next.request !== null || !isNeeded || learns || moment.nowMs < next.readAtMs) return first;
  const number = next.requests + 1;
  const after = next.whole === null ? log.through : next.whole.length;
  return {
    reader: { ...next, request: { number, after, sentAtMs: moment.nowMs, lastSeq: log.lastSeq }, requests: number },
    effects: [{ kind: 'read', request: number, after, isWhole: next.whole !== null }],
  };
};
