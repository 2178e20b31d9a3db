/**
 * A scorer's phone: one stored log, one or more tabs that send and read with the real loops, a wall clock that may be wrong and
 * a network that may be gone.
 */
import type { DeviceId, EventId, GameEvent, GameId, LoggedEvent, RecorderId } from '@bball/engine';
import { rebuilt } from '../../src/fork.ts';
import { answered, emptyLog, type LocalLog, learned } from '../../src/local-log.ts';
import { freshReader, type LogReader, type ReadEffect, type ReadInput, readStep } from '../../src/log-reader.ts';
import { viewOf } from '../../src/log-view.ts';
import { restingLoop, type SendInput, type SendLoop, sendStep } from '../../src/send-loop.ts';
import {
  contacted,
  type DeviceTime,
  offsetMs,
  restartedClock,
  type SharedClock,
  sharedNowMs,
} from '../../src/shared-clock.ts';
import { type CallReply, takeCall } from './api-process.ts';
import { holds } from './broken.ts';
import { later, post, type World } from './world.ts';

export type Tab = {
  isAlive: boolean;
  loops: SendLoop[];
  reader: LogReader;
  clock: SharedClock;
  readonly bootMs: number;
};

export type Phone = {
  readonly name: string;
  readonly principal: string;
  readonly recordedBy: RecorderId;
  /** The store: what survives a kill. */
  log: LocalLog;
  storedOffsetMs: number | null;
  tabs: Tab[];
  isOnline: boolean;
  wallSkewMs: number;
  readonly hearHead: (headSeq: number) => void;
  readonly hearLog: (events: readonly LoggedEvent[]) => void;
};

const moment = (world: World) => ({ nowMs: world.nowMs, chance: world.random.next() });

export const timeOf = (world: World, phone: Phone, tab: Tab): DeviceTime => ({
  wallMs: world.nowMs + phone.wallSkewMs,
  monotonicMs: world.nowMs - tab.bootMs,
});

export const sharedTimeOf = (world: World, phone: Phone, tab: Tab): number =>
  sharedNowMs(tab.clock, timeOf(world, phone, tab));

/** With the flaw a second loop sends what the first has not in flight; else there is one. */
export const openTab = (world: World, phone: Phone): Tab => {
  const loops = world.has('batches-side-by-side') ? [restingLoop, restingLoop] : [restingLoop];
  const tab = {
    isAlive: true,
    loops,
    reader: freshReader,
    clock: restartedClock(phone.storedOffsetMs),
    bootMs: world.nowMs,
  };
  phone.tabs.push(tab);
  return tab;
};

export const killTab = (phone: Phone, tab: Tab): void => {
  tab.isAlive = false;
  phone.tabs = phone.tabs.filter((other) => other !== tab);
};

const idsOf = (log: LocalLog): string =>
  viewOf(log)
    .map(({ id }) => id)
    .join();

/** I-6: own acknowledgements without foreign events in between move nothing. */
const takeAnswers = ({ record }: World, phone: Phone, answers: Parameters<typeof answered>[1]): void => {
  const before = phone.log;
  phone.log = answered(before, answers);
  const isUnbroken = before.through === before.lastSeq && phone.log.through === phone.log.lastSeq;
  // One that staff admitted stands where they put it, whether or not this phone had heard that it was held.
  const arePending = answers.every(({ id, seq }) => seq !== null && !record.admitted.has(id));
  if (!arePending || !isUnbroken) return;
  holds(idsOf(before) === idsOf(phone.log), 'I-6', () => `an acknowledgement moved the view of ${phone.name}`);
};

/** A tab of a phone, with the world around it. */
type At = { readonly world: World; readonly phone: Phone; readonly tab: Tab };
/** A request of one of its loops. */
type Flight = At & { readonly loop: number; readonly request: number };
type Failure = 'network' | 'busy' | 'server-error';

const contact = ({ world, phone, tab }: At, serverAtMs: number, sentAtMs: number): void => {
  const sentMonotonicMs = sentAtMs - tab.bootMs;
  tab.clock = contacted(tab.clock, { serverAtMs, sentMonotonicMs, receivedMonotonicMs: world.nowMs - tab.bootMs });
  phone.storedOffsetMs = offsetMs(tab.clock, timeOf(world, phone, tab));
};

const onAnswers = (flight: Flight): CallReply => {
  const { world, phone, tab, request } = flight;
  const sentAtMs = world.nowMs;
  return ({ answers, headSeq, serverAtMs }) => {
    if (!tab.isAlive || !phone.isOnline) return;
    takeAnswers(world, phone, answers);
    contact(flight, serverAtMs, sentAtMs);
    stepSend(flight, flight.loop, { kind: 'reply', reply: { request, kind: 'answers', retryAfterMs: null } });
    stepRead(flight, { kind: 'head', headSeq, isPrimary: true });
  };
};

const fail = (flight: Flight, kind: Failure): void => {
  const { tab, loop, request } = flight;
  const retryAfterMs = kind === 'busy' ? 1_000 : null;
  if (tab.isAlive) stepSend(flight, loop, { kind: 'reply', reply: { request, kind, retryAfterMs } });
};

const arrive = (flight: Flight, events: readonly GameEvent[], reply: CallReply): void => {
  const { world, phone } = flight;
  const process = world.random.pick(world.processes);
  const isRefused = world.isFaulty && world.random.isChance(0.04);
  if (process === undefined) post(world, () => fail(flight, 'network'));
  else if (isRefused) post(world, () => fail(flight, world.random.pick(['busy', 'server-error'])));
  else takeCall(process, { gameId: phone.log.gameId, principal: phone.principal, source: 'device', events }, reply);
};

const send = (flight: Flight, events: readonly GameEvent[]): void => {
  const { world, phone } = flight;
  if (!phone.isOnline) {
    later(world, () => fail(flight, 'network'));
    return;
  }
  const batch = world.has('unacknowledged-by-id') ? events.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : events;
  const reply = onAnswers(flight);
  post(world, () => arrive(flight, batch, reply));
};

/** What a loop may send: not what another one has in flight. */
const logFor = (phone: Phone, tab: Tab, loop: number): LocalLog => {
  const flying = new Set<EventId>(
    tab.loops.flatMap(({ request }, other) => (other === loop ? [] : (request?.ids ?? []))),
  );
  if (flying.size === 0) return phone.log;
  return { ...phone.log, entries: new Map([...phone.log.entries].filter(([id]) => !flying.has(id))) };
};

const stepSend = (at: At, loop: number, input: SendInput): void => {
  const { world, phone, tab } = at;
  const next = sendStep(tab.loops[loop] as SendLoop, logFor(phone, tab, loop), input, moment(world));
  tab.loops[loop] = next.loop;
  for (const effect of next.effects) {
    if (effect.kind === 'send') send({ world, phone, tab, loop, request: effect.request }, effect.events);
  }
};

const pageSize = 25;

type Question = Extract<ReadEffect, { kind: 'read' }>;

const answerRead = async (at: At, { request, after, isWhole }: Question): Promise<void> => {
  const { world, phone } = at;
  if (world.processes.length === 0) {
    post(world, () => stepRead(at, { kind: 'failed', request }));
    return;
  }
  const rows = await world.store.read(phone.log.gameId, after);
  const isReplica = !isWhole && world.isFaulty && world.random.isChance(0.2);
  const seen = isReplica ? rows.slice(0, world.random.between(0, rows.length)) : rows;
  const page = { request, events: seen.slice(0, pageSize), headSeq: seen.at(-1)?.seq ?? after };
  post(world, () => stepRead(at, { kind: 'page', page }));
};

const read = (at: At, question: Question): void => {
  if (at.phone.isOnline) post(at.world, () => answerRead(at, question));
  else later(at.world, () => stepRead(at, { kind: 'failed', request: question.request }));
};

const stepRead = (at: At, input: ReadInput): void => {
  const { world, phone, tab } = at;
  if (!tab.isAlive) return;
  const next = readStep(tab.reader, phone.log, input, moment(world));
  tab.reader = next.reader;
  for (const effect of next.effects) {
    if (effect.kind === 'read') read(at, effect);
    else if (effect.kind === 'learn') phone.log = learned(phone.log, effect.events);
    else phone.log = rebuilt(phone.log, effect.events).log;
  }
};

export const tickPhone = (world: World, phone: Phone): void => {
  for (const tab of phone.tabs) {
    for (let loop = 0; loop < tab.loops.length; loop++) stepSend({ world, phone, tab }, loop, { kind: 'tick' });
    stepRead({ world, phone, tab }, { kind: 'tick' });
  }
};

/** The network is back, or the app is in front again. */
export const wakePhone = (world: World, phone: Phone): void => {
  for (const tab of phone.tabs) {
    for (let loop = 0; loop < tab.loops.length; loop++) stepSend({ world, phone, tab }, loop, { kind: 'go' });
    stepRead({ world, phone, tab }, { kind: 'go' });
  }
};

type Identity = {
  readonly name: string;
  readonly principal: string;
  readonly gameId: GameId;
  readonly deviceId: DeviceId;
};

export const makePhone = (world: World, { name, principal, gameId, deviceId }: Identity): Phone => {
  const isListening = (): boolean => phone.isOnline && phone.tabs.length > 0;
  const phone: Phone = {
    name,
    principal,
    recordedBy: deviceId as string as RecorderId,
    log: emptyLog(gameId, deviceId),
    storedOffsetMs: null,
    tabs: [],
    isOnline: true,
    wallSkewMs: world.random.between(-600_000, 600_000),
    hearHead: (headSeq) => {
      if (isListening())
        for (const tab of phone.tabs) stepRead({ world, phone, tab }, { kind: 'head', headSeq, isPrimary: false });
    },
    hearLog: (events) => {
      if (!isListening()) return;
      phone.log = learned(phone.log, events);
      const headSeq = events.at(-1)?.seq ?? 0;
      for (const tab of phone.tabs) stepRead({ world, phone, tab }, { kind: 'head', headSeq, isPrimary: false });
    },
  };
  openTab(world, phone);
  return phone;
};
