/**
 * The in-process host of the engine: outbox → fold → rooms → stored result, each a step that a crash may come after; and the
 * sweep that finds what was lost on the way. Reads as apps/api/src/streaming does.
 */
import {
  canonicalJson,
  type Delta,
  type Game,
  type GameId,
  type LoggedEvent,
  type PlayerId,
  type Snapshot,
} from '@bball/engine';
import type { ApiProcess } from './api-process.ts';
import { differenceOfEnds } from './difference.ts';
import type { Final, Line, OutboxRow, ResultWrite } from './log-store.ts';
import type { FlawedStore } from './memory-store.ts';
import { noteHandedOn, noteResult } from './record.ts';
import { broadcast, spreadLog } from './rooms.ts';
import { later, type World } from './world.ts';

export type Hosted = {
  readonly game: Game;
  lastSeq: number;
  hasNews: boolean;
  isDirty: boolean;
  isWriting: boolean;
  /** What the last emission showed, for the flaw that subtracts. */
  emitted: Snapshot | null;
};

export type Round = { readonly rows: readonly OutboxRow[]; isFolded: boolean };

const catchUp = async (world: World, process: ApiProcess, gameId: GameId, one: Hosted): Promise<void> => {
  const events = await world.store.read(gameId, one.lastSeq);
  if (events.length === 0) return;
  process.engine.append(one.game, events);
  one.lastSeq += events.length;
  one.hasNews = true;
};

const opened = async (world: World, process: ApiProcess, gameId: GameId): Promise<Hosted> => {
  const known = process.hosted.get(gameId);
  if (known !== undefined) return known;
  const fresh: Hosted = {
    game: process.engine.open(gameId),
    lastSeq: 0,
    hasNews: false,
    isDirty: false,
    isWriting: false,
    emitted: null,
  };
  await catchUp(world, process, gameId, fresh);
  process.hosted.set(gameId, fresh);
  return fresh;
};

const isUnbroken = (one: Hosted, events: readonly LoggedEvent[]): boolean =>
  events.every(({ seq }, index) => seq === one.lastSeq + 1 + index);

const accept = async (world: World, process: ApiProcess, gameId: GameId, rows: readonly OutboxRow[]): Promise<void> => {
  const seqs = new Set(rows.map(({ seq }) => seq));
  const first = Math.min(...seqs);
  const events = (await world.store.read(gameId, first - 1)).filter(({ seq }) => seqs.has(seq));
  noteHandedOn(world.record, gameId, events);
  spreadLog(world, gameId, events);
  const one = await opened(world, process, gameId);
  const fresh = events.filter(({ seq }) => seq > one.lastSeq);
  if (fresh.length === 0) return;
  if (!isUnbroken(one, fresh)) return catchUp(world, process, gameId, one);
  process.engine.append(one.game, fresh);
  one.lastSeq += fresh.length;
  one.hasNews = true;
};

const leads = (world: World, process: ApiProcess): boolean => {
  const { lease, nowMs } = world;
  if (lease.holder === process.id || lease.untilMs <= nowMs) {
    world.lease = { holder: process.id, untilMs: nowMs + 3_000 };
    process.leadsUntilMs = nowMs + 2_500;
  }
  return nowMs < process.leadsUntilMs;
};

/** One step of handing the log on: read, fold, delete. */
export const handOn = async (world: World, process: ApiProcess): Promise<void> => {
  if (!leads(world, process)) return;
  const { round } = process;
  if (round === null) {
    const rows = await world.store.outbox();
    if (rows.length > 0) process.round = { rows: rows.slice(0, 20), isFolded: false };
  } else if (!round.isFolded) {
    for (const [gameId, rows] of Map.groupBy(round.rows, (row) => row.gameId))
      await accept(world, process, gameId, rows);
    round.isFolded = true;
  } else {
    await world.store.remove(round.rows.map(({ rowId }) => rowId));
    process.round = null;
  }
};

const settleWhatGoesBy = (world: World, { game, gameId, revision }: Snapshot): void => {
  if (game.status !== 'final' || world.random.isChance(0.3)) return;
  const homePts = game.score.home;
  const awayPts = game.score.away;
  later(world, async () => {
    const { statusEventId } = await world.store.head(gameId);
    const final: Final = { finalEventId: statusEventId as Final['finalEventId'], revision, homePts, awayPts };
    (world.store as FlawedStore).settle(gameId, final);
  });
};

const emit = (world: World, process: ApiProcess, one: Hosted): void => {
  const delta = process.engine.takeDelta(one.game);
  one.hasNews = false;
  if (delta === null) return;
  one.isDirty = true;
  const snapshot = process.engine.snapshot(one.game);
  const said: Delta =
    world.has('difference-of-ends') && one.emitted !== null ? differenceOfEnds(one.emitted, snapshot) : delta;
  const became = snapshot.game.status === 'final' && one.emitted?.game.status !== 'final';
  if (world.has('consumer-stores-finals') && became) settleWhatGoesBy(world, snapshot);
  one.emitted = snapshot;
  broadcast(world, process, said);
};

const lineOf = ({ pts, tf }: Line): Line => ({ pts, tf });

export const resultWrite = (snapshot: Snapshot): ResultWrite => {
  let text: string | null = null;
  const { gameId, revision, engineVersion, game, flags } = snapshot;
  const score = game.officialScore ?? game.score;
  return {
    gameId,
    revision,
    engineVersion,
    hash: `${revision}/${engineVersion}`,
    // Read seldom: made when it is.
    get snapshot() {
      text ??= canonicalJson(snapshot);
      return text;
    },
    summary: {
      status: game.status,
      homePts: score.home,
      awayPts: score.away,
      period: game.period,
      clockMs: game.clockMs,
      isScoreDisputed: Object.values(flags).some(({ code }) => code === 'final-score-differs'),
    },
    players: new Map(Object.entries(snapshot.players).map(([id, line]) => [id as PlayerId, lineOf(line)])),
  };
};

/** The state at the time of the write is what is stored; it may be on its way for a while, also after its process has died. */
const write = (world: World, process: ApiProcess, one: Hosted): void => {
  one.isDirty = false;
  one.isWriting = true;
  const snapshot = process.engine.snapshot(one.game);
  later(world, async () => {
    one.isWriting = false;
    const outcome = await world.store.write(resultWrite(snapshot));
    if (outcome === 'written') noteResult(world.record, snapshot);
  });
};

/** One step of what is due: an emission, or the storing of a result. */
export const emitOrWrite = (world: World, process: ApiProcess): void => {
  const due = [...process.hosted.values()].filter(
    ({ hasNews, isDirty, isWriting }) => hasNews || (isDirty && !isWriting),
  );
  const one = world.random.pick(due);
  if (one === undefined || (world.isFaulty && !world.random.isChance(world.weather.haste))) return;
  // What is stored may be ahead of what was emitted: two paces of the same fold.
  const mayWrite = (one.isDirty || one.hasNews) && !one.isWriting;
  if (one.hasNews && (!mayWrite || world.random.isChance(0.6))) emit(world, process, one);
  else if (mayWrite) write(world, process, one);
};

const isBehind = async (world: World, process: ApiProcess, gameId: GameId): Promise<boolean> => {
  const { lastSeq } = await world.store.head(gameId);
  if (lastSeq === 0) return false;
  const result = await world.store.result(gameId);
  return result === null || result.revision < lastSeq || result.engineVersion < process.engine.version;
};

/** At the start and each 30 s: whatever lags behind its log, or is of an older engine, is folded from the start (K-9). */
export const sweep = async (world: World, process: ApiProcess): Promise<void> => {
  if (world.nowMs < process.sweepAtMs || !leads(world, process)) return;
  process.sweepAtMs = world.nowMs + 30_000;
  for (const gameId of world.games) {
    if (!(await isBehind(world, process, gameId))) continue;
    process.hosted.delete(gameId);
    const one = await opened(world, process, gameId);
    one.hasNews = true;
  }
};
