/**
 * One API process: it takes requests (what is read before the lock, the append, the commit, the answer, each a step that a crash
 * may come after), hosts the engine and serves the live rooms.
 */
import { canonicalJson, type EventId, type GameEvent, type GameId, sha256Hex } from '@bball/engine';
import type { Answer } from '../../src/local-log.ts';
import type { ReplayWindow } from '../../src/replay.ts';
import type { Hosted, Round } from './host.ts';
import type { Appended, Head, OpenAppend, Sealed } from './log-store.ts';
import type { ModelEngine } from './model-engine.ts';
import { noteAcknowledged, noteLog } from './record.ts';
import type { Watcher } from './watcher.ts';
import { later, post, type World } from './world.ts';

export type CallReply = (appended: Appended & { readonly serverAtMs: number }) => void;

type Call = {
  readonly gameId: GameId;
  readonly principal: string;
  readonly source: 'device' | 'tray';
  /** Batches are cut around changes of the status. */
  readonly parts: (readonly GameEvent[])[];
  readonly answers: Answer[];
  readonly reply: CallReply;
  headSeq: number;
  before: Head | null;
  open: OpenAppend | null;
};

export type ApiProcess = {
  readonly id: number;
  readonly engine: ModelEngine;
  isAlive: boolean;
  calls: Call[];
  readonly hosted: Map<GameId, Hosted>;
  readonly windows: Map<GameId, ReplayWindow>;
  readonly room: Set<Watcher>;
  readonly questions: {
    readonly watcher: Watcher;
    readonly question: number;
    readonly revision: number;
    readonly engineVersion: number;
  }[];
  round: Round | null;
  /** By its own clock: it may believe so for longer than the database does. */
  leadsUntilMs: number;
  pulseAtMs: number;
  sweepAtMs: number;
};

const isStatus = ({ type }: GameEvent): boolean => type === 'game-finalized' || type === 'game-reopened';

const cut = (events: readonly GameEvent[]): (readonly GameEvent[])[] => {
  const parts: GameEvent[][] = [];
  for (const event of events) {
    const last = parts.at(-1);
    const joins = last !== undefined && !isStatus(event) && !isStatus(last[0] as GameEvent);
    if (joins) last.push(event);
    else parts.push([event]);
  }
  return parts;
};

const hashes = new Map<EventId, string>();

const hashOf = (event: GameEvent): string => {
  const known = hashes.get(event.id);
  if (known !== undefined) return known;
  const hash = sha256Hex(canonicalJson(event));
  if (hashes.size > 10_000) hashes.clear();
  hashes.set(event.id, hash);
  return hash;
};

type Request = {
  readonly gameId: GameId;
  readonly principal: string;
  readonly source: 'device' | 'tray';
  readonly events: readonly GameEvent[];
};

export const takeCall = (process: ApiProcess, request: Request, reply: CallReply): void => {
  const { events, ...rest } = request;
  process.calls.push({ ...rest, parts: cut(events), answers: [], reply, headSeq: 0, before: null, open: null });
};

const sealed = (world: World, call: Call, events: readonly GameEvent[]): readonly Sealed[] =>
  events.map((event) => ({
    event,
    hash: hashOf(event),
    hold: call.source === 'device' && world.revoked.has(call.principal) ? 'link-ended' : null,
  }));

const commit = async (world: World, call: Call, open: OpenAppend): Promise<void> => {
  const appended = await open.commit();
  call.open = null;
  call.parts.shift();
  call.headSeq = appended.headSeq;
  const { log } = world.record.games.get(call.gameId) as { log: readonly unknown[] };
  noteLog(world.record, call.gameId, await world.store.read(call.gameId, log.length));
  for (const answer of appended.answers) {
    call.answers.push(answer);
    if (answer.seq !== null) noteAcknowledged(world.record, call.gameId, answer.id, answer.seq);
  }
};

/** One step of one request. */
export const serve = async (world: World, process: ApiProcess): Promise<void> => {
  const call = world.random.pick(process.calls);
  if (call === undefined) return;
  const part = call.parts[0];
  if (call.before === null) {
    call.before = await world.store.head(call.gameId);
  } else if (call.open !== null) {
    await commit(world, call, call.open);
  } else if (part !== undefined) {
    const { gameId, principal, source } = call;
    call.open = world.store.begin({ gameId, principal, source, events: sealed(world, call, part) }, call.before);
  } else {
    process.calls = process.calls.filter((other) => other !== call);
    const { answers, headSeq } = call;
    post(world, () => call.reply({ answers, headSeq, serverAtMs: world.nowMs }));
  }
};

/** kill -9: what was open is rolled back, what was in memory is gone; statements that PostgreSQL has go on. */
export const kill = (world: World, process: ApiProcess): void => {
  process.isAlive = false;
  for (const { open } of process.calls) open?.rollback();
  process.calls = [];
  world.processes = world.processes.filter((other) => other !== process);
  for (const watcher of world.watchers) later(world, () => watcher.lose(process));
};

export const startProcess = (world: World, engine: ModelEngine): ApiProcess => {
  const process: ApiProcess = {
    id: ++world.started,
    engine,
    isAlive: true,
    calls: [],
    hosted: new Map(),
    windows: new Map(),
    room: new Set(),
    questions: [],
    round: null,
    leadsUntilMs: world.nowMs + 2_500,
    pulseAtMs: world.nowMs + world.random.between(0, 5_000),
    sweepAtMs: world.nowMs,
  };
  // Alone on its database, a new process seizes the lease; the old one believes in its own for a while.
  world.lease = { holder: process.id, untilMs: world.nowMs + 3_000 };
  world.processes.push(process);
  return process;
};
