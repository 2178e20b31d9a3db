/**
 * A scorer's phone: the local log and the loops of packages/sync over real requests. What piles up while the server is away goes as one
 * prefix; a lost answer is asked for again.
 * Invariants watched here: own acknowledgements without foreign events between move nothing in the view (I-6); nothing that was keyed is
 * refused (I-4); a seq that was told stays (I-1).
 */
import { contractVersion } from '@bball/contracts';
import type { DeviceId, EventId, GameId, LoggedEvent } from '@bball/engine';
import type { Random } from '@bball/engine/testing';
import * as sync from '@bball/sync';
import type { Answer as HttpAnswer, Question } from '../wire/http.ts';

export type Device = {
  readonly log: () => sync.LocalLog;
  readonly faults: readonly string[];
  readonly isHere: () => boolean;
  /** Everything keyed is decided, and everything up to `headSeq` is known. */
  readonly isClear: (headSeq: number) => boolean;
  readonly key: (draft: sync.Draft) => void;
  readonly leave: () => void;
  readonly comeBack: () => void;
  /** Others put this into the log, or somebody said how far it goes. */
  readonly hear: (headSeq: number, events: readonly LoggedEvent[]) => void;
  /** Staff threw these away. */
  readonly discarded: (ids: readonly EventId[]) => void;
  /** Tries now whatever waits. */
  readonly hurry: () => void;
  readonly end: () => void;
};

type Options = {
  readonly gameId: GameId;
  readonly deviceId: DeviceId;
  readonly random: Random;
  readonly ask: (question: Question, onLate: (answer: HttpAnswer) => void) => Promise<HttpAnswer>;
  readonly token: () => string;
  /** What the loop asks of the shell. */
  readonly provide: (what: string) => Promise<void>;
  readonly acknowledged: (seq: number) => void;
  /** A request that had to be sent again. */
  readonly troubled: () => void;
};

type Appended = { readonly answers: readonly sync.Answer[]; readonly headSeq: number };
type Page = { readonly events: readonly LoggedEvent[]; readonly headSeq: number };

const viewsCompared = 0.05;

const idsOf = (log: sync.LocalLog): string =>
  sync
    .viewOf(log)
    .map(({ id }) => id)
    .join();

const codeOf = ({ body }: HttpAnswer): string | null => (body as { readonly code?: string }).code ?? null;

export const makeDevice = (options: Options): Device => {
  const { gameId, deviceId, random, token } = options;
  const path = `/v1/games/${gameId}/events`;
  const faults: string[] = [];
  const promised = new Map<EventId, number>();
  let log = sync.emptyLog(gameId, deviceId);
  let loop = sync.restingLoop;
  let reader = sync.freshReader;
  let isHere = true;
  let isEnded = false;
  let timer: NodeJS.Timeout | null = null;

  const moment = (): sync.Moment => ({ nowMs: performance.now(), chance: random.next() });

  const promise = (id: EventId, seq: number): void => {
    const before = promised.get(id);
    if (before === undefined) options.acknowledged(seq);
    else if (before !== seq) faults.push(`I-1: ${id} had seq ${before}, now ${seq}`);
    promised.set(id, seq);
  };

  const take = (answers: readonly sync.Answer[]): void => {
    const before = log;
    log = sync.answered(log, answers);
    for (const { id, outcome, seq, code } of answers) {
      if (outcome === 'rejected' && code !== 'discarded') faults.push(`I-4: ${id} was rejected: ${code}`);
      if (seq !== null) promise(id, seq);
    }
    const isOwn = before.through === before.lastSeq && log.through === log.lastSeq;
    const wasPending = answers.every(({ id, seq }) => seq !== null && before.entries.get(id)?.status !== 'held');
    if (isOwn && wasPending && random.isChance(viewsCompared) && idsOf(before) !== idsOf(log))
      faults.push('I-6: an acknowledgement moved the view');
  };

  const learn = (events: readonly LoggedEvent[]): void => {
    for (const { id, seq } of events) if (seq !== null && log.entries.has(id)) promise(id, seq);
    log = sync.learned(log, events);
  };

  const send = async (request: number, events: readonly unknown[]): Promise<void> => {
    const question: Question = { method: 'POST', path, body: { contractVersion, events }, token: token() };
    const reply = (kind: sync.Reply['kind'], retryAfterMs: number | null): void => {
      if (kind !== 'answers') options.troubled();
      stepSend({ kind: 'reply', reply: { request, kind, retryAfterMs } });
    };
    try {
      const answer = await options.ask(question, (late) => {
        if (late.status === 200) take((late.body as Appended).answers);
      });
      if (answer.status !== 200) return reply(sync.replyKind(answer.status, codeOf(answer)), answer.retryAfterMs);
      const { answers, headSeq } = answer.body as Appended;
      take(answers);
      reply('answers', null);
      stepRead({ kind: 'head', headSeq, isPrimary: true });
    } catch {
      reply('network', null);
    }
  };

  const read = async (request: number, after: number): Promise<void> => {
    try {
      const answer = await options.ask({ method: 'GET', path: `${path}?after=${after}`, token: token() }, () => {});
      if (answer.status === 200) return stepRead({ kind: 'page', page: { request, ...(answer.body as Page) } });
    } catch {
      // No answer is a failure like a bad one.
    }
    stepRead({ kind: 'failed', request });
  };

  const stepSend = (input: sync.SendInput): void => {
    if (isEnded || !isHere) return;
    const next = sync.sendStep(loop, log, input, moment());
    loop = next.loop;
    for (const effect of next.effects) {
      if (effect.kind === 'send') void send(effect.request, effect.events);
      else if (effect.kind === 'ask') void options.provide(effect.what).then(() => stepSend({ kind: 'go' }));
      else faults.push(`I-4: ${effect.id} is ${effect.kind}`);
    }
    wakeLater();
  };

  const stepRead = (input: sync.ReadInput): void => {
    if (isEnded || !isHere) return;
    const next = sync.readStep(reader, log, input, moment());
    reader = next.reader;
    for (const effect of next.effects) {
      if (effect.kind === 'read') void read(effect.request, effect.after);
      else if (effect.kind === 'learn') learn(effect.events);
      // Mostly a late answer that looked like a fork; what was promised is held against the log all the same.
      else log = sync.rebuilt(log, effect.events).log;
    }
    if (next.effects.some(({ kind }) => kind === 'learn')) stepRead({ kind: 'tick' });
    wakeLater();
  };

  const wakeLater = (): void => {
    if (timer !== null) clearTimeout(timer);
    const readsAtMs =
      reader.request === null && reader.headSeq > log.through ? reader.readAtMs : Number.POSITIVE_INFINITY;
    const atMs = Math.min(sync.sendWakesAtMs(loop, log) ?? Number.POSITIVE_INFINITY, readsAtMs);
    if (atMs === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(tick, Math.max(5, atMs - performance.now()));
  };
  const tick = (): void => {
    stepSend({ kind: 'tick' });
    stepRead({ kind: 'tick' });
  };
  const hurry = (): void => {
    stepSend({ kind: 'go' });
    stepRead({ kind: 'go' });
  };

  return {
    log: () => log,
    faults,
    isHere: () => isHere,
    isClear: (headSeq) => {
      const { unsaved, pending } = sync.countsOf(log);
      return unsaved + pending === 0 && log.through >= headSeq;
    },
    key: (draft) => {
      const { log: with_, event } = sync.keyed(log, draft);
      log = sync.stored(with_, event.id);
      stepSend({ kind: 'tick' });
    },
    leave: () => {
      isHere = false;
    },
    comeBack: () => {
      isHere = true;
      // What was under way when it left may never be answered.
      loop = { ...loop, request: null };
      reader = { ...reader, request: null };
      hurry();
    },
    hear: (headSeq, events) => {
      if (!isHere || isEnded) return;
      learn(events);
      stepRead({ kind: 'head', headSeq, isPrimary: false });
    },
    discarded: (ids) => {
      log = sync.discarded(log, ids);
    },
    hurry,
    end: () => {
      isEnded = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
