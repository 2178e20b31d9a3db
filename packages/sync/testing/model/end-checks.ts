/** What holds once the faults have ended and everything has come to rest. */
import {
  append,
  canonicalJson,
  type EventId,
  foldLog,
  type GameEvent,
  type GameId,
  type LoggedEvent,
  openGame,
  type Snapshot,
  snapshot,
} from '@bball/engine';
import { viewOf } from '../../src/log-view.ts';
import { Broken, holds } from './broken.ts';
import { fingerprint } from './fingerprint.ts';
import { asVersion } from './model-engine.ts';
import { gameIn, type Meant, rightState } from './record.ts';
import type { World } from './world.ts';

const checkLog = ({ record }: World, gameId: GameId): void => {
  const { log } = gameIn(record, gameId);
  for (const { gameId: of, id, seq } of record.acknowledged) {
    if (of === gameId) holds(log[seq - 1]?.id === id, 'I-1', () => `${id} was acknowledged at ${seq} and is not there`);
  }
  const intents = new Map<string, EventId>();
  for (const { id } of log) {
    const intent = record.meant.get(id)?.intent ?? id;
    const other = intents.get(intent);
    holds(other === undefined, 'I-3', () => `what a person keyed once is in the log as ${other} and ${id}`);
    intents.set(intent, id);
  }
};

const checkEntries = (world: World): void => {
  const settled = new Set<EventId>();
  for (const { log, name } of world.phones) {
    for (const { event, status } of log.entries.values()) {
      holds(status !== 'pending' && status !== 'unsaved', 'I-4', () => `${event.id} of ${name} is still ${status}`);
      settled.add(event.id);
    }
  }
  for (const id of world.record.meant.keys()) holds(settled.has(id), 'I-4', () => `${id} is on no phone`);
};

const foldOf = (gameId: GameId, events: readonly LoggedEvent[]): Snapshot => {
  const game = openGame(gameId);
  append(game, events);
  return snapshot(game);
};

const checkFolds = (world: World, gameId: GameId): void => {
  const { log, states } = gameIn(world.record, gameId);
  const right = states.at(-1);
  if (right === undefined) return;
  const { stints: _, ...scratch } = foldLog(gameId, log);
  holds(fingerprint(scratch) === fingerprint(right), 'I-7', () => 'step by step differs from the fold from scratch');
  for (const phone of world.phones) {
    if (phone.log.gameId !== gameId) continue;
    holds(phone.log.lastSeq === log.length, 'I-7', () => `${phone.name} has ${phone.log.lastSeq} of ${log.length}`);
    const mine = foldOf(gameId, viewOf(phone.log));
    holds(fingerprint(mine) === fingerprint(right), 'I-7', () => `${phone.name} folds the same log otherwise`);
  }
};

type Write = Meant & { readonly seq: number };

const writesTo = (world: World, gameId: GameId): ReadonlyMap<string, readonly Write[]> => {
  const writes: Write[] = gameIn(world.record, gameId).log.flatMap((event) => {
    const meant = world.record.meant.get(event.id);
    return meant === undefined || meant.group === null ? [] : [{ ...meant, seq: event.seq as number }];
  });
  return Map.groupBy(writes, ({ event, group }) => `${(event as { playId: EventId }).playId} ${group}`);
};

const saw = (one: Write, other: Write): boolean =>
  one.event.deviceId === other.event.deviceId
    ? other.event.deviceSeq < one.event.deviceSeq
    : other.seq <= one.event.afterSeq;

const standingValue = (state: Snapshot, playId: EventId, group: string): unknown => {
  const play = state.plays[playId];
  if (group === 'isVoid') return play?.isVoided;
  if (group === 'who') return { teamId: play?.body.teamId, by: play?.body.by };
  return { [group]: (play?.body as { readonly [field: string]: unknown } | undefined)?.[group] };
};

/** What was meant last stands, and who overruled somebody unaware is named by a flag. */
const checkCorrections = (world: World, gameId: GameId): void => {
  const state = gameIn(world.record, gameId).states.at(-1);
  if (state === undefined) return;
  for (const [key, writes] of writesTo(world, gameId)) {
    const [playId, group] = key.split(' ') as [EventId, string];
    const last = writes.at(-1) as Write;
    if (state.plays[playId] === undefined) continue;
    const value = standingValue(state, playId, group);
    const isOwn = writes.every(({ event }) => event.deviceId === last.event.deviceId);
    const invariant = isOwn ? 'I-13' : 'I-9';
    holds(
      canonicalJson(value) === canonicalJson(last.value),
      invariant,
      () => `${group} of ${playId}: ${canonicalJson(last.value)} was said last, ${canonicalJson(value)} stands`,
    );
    const beaten = writes.findLast(
      (one) => one !== last && !saw(last, one) && canonicalJson(one.value) !== canonicalJson(last.value),
    );
    const isFlagged = Object.values(state.flags).some(
      ({ code, playIds, detail }) =>
        code === 'amendments-disagree' && playIds.includes(playId) && detail.group === group,
    );
    holds(
      beaten === undefined || isFlagged,
      'I-9',
      () => `${group} of ${playId} was overruled by somebody unaware, and no flag says so`,
    );
  }
};

const placeOf = (event: GameEvent): { readonly period: number; readonly rank: string } | null =>
  'place' in event ? event.place : null;

/** Own plays in the order of keying; over devices by shared time, up to what the clocks were wrong. */
const checkPlaces = (world: World, gameId: GameId): void => {
  const keyedAtEnd = [...world.record.meant.values()].filter(
    ({ event, isInsert }) => event.gameId === gameId && !isInsert && placeOf(event) !== null,
  );
  const isKnown = keyedAtEnd.every(({ clockErrorMs }) => clockErrorMs !== null);
  const errorMs = Math.max(0, ...keyedAtEnd.map(({ clockErrorMs }) => Math.abs(clockErrorMs ?? 0)));
  for (const [index, one] of keyedAtEnd.entries()) {
    for (const other of keyedAtEnd.slice(index + 1)) {
      const [a, b] = [placeOf(one.event), placeOf(other.event)];
      if (a === null || b === null || a.period !== b.period) continue;
      const isSameDevice = one.event.deviceId === other.event.deviceId;
      if (
        isSameDevice
          ? world.record.cloned.has(one.event.deviceId)
          : !isKnown || other.atMs - one.atMs <= 2 * errorMs + 200
      )
        continue;
      holds(a.rank < b.rank, 'I-10', () => `keyed at ${one.atMs} and ${other.atMs}, ranked ${a.rank} and ${b.rank}`);
    }
  }
};

const checkFinals = async (world: World, gameId: GameId): Promise<void> => {
  const { log, states } = gameIn(world.record, gameId);
  const finals = await world.store.finals(gameId);
  for (const { finalEventId } of finals) {
    const times = finals.filter((other) => other.finalEventId === finalEventId).length;
    holds(times === 1, 'I-22', () => `${finalEventId} was settled ${times} times`);
  }
  const last = log.findLast(({ type }) => type === 'game-finalized' || type === 'game-reopened');
  if (last?.type !== 'game-finalized') return;
  const final = finals.find(({ finalEventId }) => finalEventId === last.id);
  const score = states[(last.seq as number) - 1]?.game.score;
  const said = final === undefined ? 'nothing' : `${final.homePts}:${final.awayPts}`;
  holds(
    said === `${score?.home}:${score?.away}`,
    'I-22',
    () => `the final at ${last.seq} (${score?.home}:${score?.away}) was settled as ${said}`,
  );
};

const checkStored = async (world: World, gameId: GameId): Promise<void> => {
  const { log, states } = gameIn(world.record, gameId);
  if (log.length === 0) return;
  const result = await world.store.result(gameId);
  const at = `(${result?.revision}, ${result?.engineVersion})`;
  holds(
    result?.revision === log.length && result.engineVersion === world.engineVersion,
    'I-17',
    () => `the stored result is ${at}, the log ${log.length}, the engine ${world.engineVersion}`,
  );
  const right = asVersion(states.at(-1) as Snapshot, world.engineVersion);
  holds(result?.snapshot === canonicalJson(right), 'I-15', () => `the stored snapshot ${at} is not the fold`);
  const lines = [...(await world.store.lines(gameId))].map(([id, { pts, tf }]) => `${id} ${pts} ${tf}`).sort();
  const rightLines = Object.entries(right.players)
    .map(([id, { pts, tf }]) => `${id} ${pts} ${tf}`)
    .sort();
  holds(lines.join() === rightLines.join(), 'I-15', () => 'the stored lines are of two results');
};

/** I-21: to be called two pulses after the last thing happened. */
export const checkWatchers = (world: World): void => {
  for (const { gameId, viewer, audience, isPoller } of world.watchers) {
    const head = gameIn(world.record, gameId).log.length;
    const { snapshot: shown } = viewer;
    const who = `a ${isPoller ? 'poller' : 'viewer'} (${viewer.phase})`;
    const at = { revision: head, engineVersion: world.engineVersion };
    if (head === 0) continue;
    if (shown === null) throw new Broken('I-21', `${who} shows nothing, the head is ${head}`);
    holds(
      shown.revision === head && shown.engineVersion === at.engineVersion,
      'I-21',
      () => `${who} is at (${shown.revision}, ${shown.engineVersion}), the head at (${head}, ${at.engineVersion})`,
    );
    holds(
      fingerprint(shown) === rightState(world.record, gameId, at, audience),
      'I-19',
      () => `${who} shows another state`,
    );
  }
};

export const checkEnd = async (world: World): Promise<void> => {
  checkEntries(world);
  for (const gameId of world.games) {
    checkLog(world, gameId);
    checkFolds(world, gameId);
    checkCorrections(world, gameId);
    checkPlaces(world, gameId);
    await checkFinals(world, gameId);
    await checkStored(world, gameId);
  }
};
