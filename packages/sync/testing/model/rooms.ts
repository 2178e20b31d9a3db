/** The live side of an API process: the replay window of each game, who watches, answers and pulses. Source: protocol.md §10. */
import type { Delta, GameId, LoggedEvent, Snapshot } from '@bball/engine';
import { deltaFor } from '../../src/audience.ts';
import { checksumOf } from '../../src/checksum.ts';
import { isNewer, isWhole, wholeDelta } from '../../src/merge.ts';
import { emptyWindow, remember, replayFor, replayFrom, stateFor } from '../../src/replay.ts';
import type { ApiProcess } from './api-process.ts';
import type { Watcher } from './watcher.ts';
import { post, type World } from './world.ts';

const windowOf = (process: ApiProcess, gameId: GameId) => process.windows.get(gameId) ?? emptyWindow;

/** Takes a delta into the window and passes it on to the room. */
export const broadcast = (world: World, process: ApiProcess, delta: Delta): void => {
  const { outcome, window } = remember(windowOf(process, delta.gameId), delta, world.nowMs);
  process.windows.set(delta.gameId, window);
  if (outcome === 'gap') void askLater(world, process, delta.gameId);
  if (outcome !== 'applied') return;
  for (const watcher of process.room) {
    if (watcher.gameId !== delta.gameId) continue;
    const type = isWhole(delta) ? ('snapshot' as const) : ('delta' as const);
    const message = { type, delta: deltaFor(watcher.audience, delta) };
    post(world, () => watcher.receive(message));
  }
};

const askLater = (world: World, process: ApiProcess, gameId: GameId): void =>
  post(world, () => (process.isAlive ? askStore(world, process, gameId) : undefined));

/** What the store has that this process does not: before each pulse, on a gap, on a first watch (L-3). */
export const askStore = async (world: World, process: ApiProcess, gameId: GameId): Promise<void> => {
  if (world.has('store-never-asked')) return;
  const result = await world.store.result(gameId);
  const mine = process.windows.get(gameId)?.state ?? null;
  if (result === null || (mine !== null && !isNewer(result, mine))) return;
  broadcast(world, process, wholeDelta(JSON.parse(result.snapshot) as Snapshot));
};

/** L-1: the room is joined first, then the answer is made. */
export const takeWatch = (
  process: ApiProcess,
  watcher: Watcher,
  asked: { readonly question: number; readonly revision: number; readonly engineVersion: number },
): void => {
  process.room.add(watcher);
  process.questions.push({ watcher, ...asked });
};

export const answerWatch = async (world: World, process: ApiProcess): Promise<void> => {
  const asked = process.questions.shift();
  if (asked === undefined) return;
  const { watcher, question } = asked;
  if (windowOf(process, watcher.gameId).state === null) await askStore(world, process, watcher.gameId);
  const replay = replayFor(watcher.audience, replayFrom(windowOf(process, watcher.gameId), asked, world.nowMs));
  const isNothing = replay.kind === 'nothing' || (replay.kind === 'deltas' && replay.deltas.length === 0);
  if (isNothing && world.has('silent-watch')) return;
  const { lastSeq } = await world.store.head(watcher.gameId);
  const message = {
    type: 'watching',
    question,
    gameId: watcher.gameId,
    audience: watcher.audience,
    cardVersion: 1,
    headSeq: lastSeq,
    deltas: replay.kind === 'deltas' ? replay.deltas : null,
    snapshot: replay.kind === 'snapshot' ? replay.snapshot : null,
  } as const;
  post(world, () => watcher.receive(message));
};

const pulseOf = (world: World, process: ApiProcess, watcher: Watcher, headSeq: number): void => {
  const state = stateFor(watcher.audience, windowOf(process, watcher.gameId));
  const at = { revision: state?.revision ?? 0, engineVersion: state?.engineVersion ?? 0 };
  const checksum = state === null ? 0 : checksumOf(state);
  post(world, () => watcher.receive({ type: 'pulse', gameId: watcher.gameId, ...at, headSeq, checksum }));
};

/** Each 5 s ± 1 s, after a look at the store. Scorers hear the head too. */
export const pulse = async (world: World, process: ApiProcess): Promise<void> => {
  if (world.nowMs < process.pulseAtMs) return;
  process.pulseAtMs = world.nowMs + world.random.between(4_000, 6_000);
  for (const gameId of new Set([...process.room].map((watcher) => watcher.gameId)))
    await askStore(world, process, gameId);
  for (const gameId of world.games) {
    const { lastSeq } = await world.store.head(gameId);
    const watching = world.has('no-pulse') ? [] : [...process.room].filter((watcher) => watcher.gameId === gameId);
    for (const watcher of watching) pulseOf(world, process, watcher, lastSeq);
    for (const phone of world.phones) if (phone.log.gameId === gameId) post(world, () => phone.hearHead(lastSeq));
  }
};

/** `log-grew`, to the scorers' sockets. */
export const spreadLog = (world: World, gameId: GameId, events: readonly LoggedEvent[]): void => {
  for (const phone of world.phones) if (phone.log.gameId === gameId) post(world, () => phone.hearLog(events));
};
