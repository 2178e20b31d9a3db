/**
 * What an onlooker who sees everything writes down during a run, and checks at once: the log as it grows, what each person
 * meant, every answer, every stored result, the right state at each revision.
 */
import {
  append,
  type DeviceId,
  type EventId,
  type Game,
  type GameEvent,
  type GameId,
  type LoggedEvent,
  openGame,
  type Snapshot,
  takeDelta,
} from '@bball/engine';
import { type LiveAudience, snapshotFor } from '../../src/audience.ts';
import { absorb, isNewer, type Revision } from '../../src/merge.ts';
import { Broken, holds } from './broken.ts';
import { fingerprint } from './fingerprint.ts';
import { asVersion } from './model-engine.ts';

/** What a person meant by an event. */
export type Meant = {
  readonly event: GameEvent;
  /** Plays keyed again after a refusal share it. */
  readonly intent: string;
  readonly atMs: number;
  /** Error of the device's shared clock; null: it was never in contact. */
  readonly clockErrorMs: number | null;
  readonly isInsert: boolean;
  /** The one group that a correction was for; null: no correction. */
  readonly group: string | null;
  readonly value: unknown;
};

type GameRecord = {
  readonly log: LoggedEvent[];
  readonly fold: Game;
  readonly states: Snapshot[];
  readonly fingerprints: Map<string, string>;
  result: Revision | null;
  handedOn: number;
};

export type Record = {
  readonly meant: Map<EventId, Meant>;
  readonly games: Map<GameId, GameRecord>;
  readonly acknowledged: { readonly gameId: GameId; readonly id: EventId; readonly seq: number }[];
  /** Devices whose backup was restored elsewhere: two phones are one device. */
  readonly cloned: Set<DeviceId>;
  /** Events that a person put into the log from the tray, out of their device's order. */
  readonly admitted: Set<EventId>;
};

export const emptyRecord = (gameIds: readonly GameId[]): Record => ({
  meant: new Map(),
  games: new Map(
    gameIds.map((gameId) => [
      gameId,
      { log: [], fold: openGame(gameId), states: [], fingerprints: new Map(), result: null, handedOn: 0 },
    ]),
  ),
  acknowledged: [],
  cloned: new Set(),
  admitted: new Set(),
});

export const gameIn = (record: Record, gameId: GameId): GameRecord => record.games.get(gameId) as GameRecord;

const isStatus = ({ type }: GameEvent): boolean => type === 'game-finalized' || type === 'game-reopened';

const saw = (one: GameEvent, other: LoggedEvent): boolean =>
  one.deviceId === other.deviceId ? other.deviceSeq < one.deviceSeq : (other.seq as number) <= one.afterSeq;

const checkNew = (record: Record, game: GameRecord, event: LoggedEvent): void => {
  const { log } = game;
  holds(event.seq === log.length + 1, 'I-2', () => `seq ${event.seq} after ${log.length}`);
  holds(!log.some(({ id }) => id === event.id), 'I-3', () => `${event.id} is in the log twice`);
  const lastStatus = log.findLast(isStatus);
  holds(
    lastStatus?.type !== 'game-finalized' || event.type === 'game-reopened',
    'I-11',
    () => `${event.type} got seq ${event.seq} after the final at ${lastStatus?.seq}`,
  );
  if (isStatus(event) && lastStatus !== undefined) {
    holds(
      saw(event, lastStatus),
      'I-12',
      () => `${event.type} at ${event.seq} had not seen ${lastStatus.type} at ${lastStatus.seq}`,
    );
  }
  if (record.cloned.has(event.deviceId) || record.admitted.has(event.id)) return;
  const before = log.findLast((other) => other.deviceId === event.deviceId && !record.admitted.has(other.id));
  holds(
    before === undefined || before.deviceSeq < event.deviceSeq,
    'I-5',
    () => `${event.deviceSeq} of ${event.deviceId} got seq ${event.seq}, after ${before?.deviceSeq} at ${before?.seq}`,
  );
};

/** Reads what was committed since the last look, and checks each event that is new. */
export const noteLog = (record: Record, gameId: GameId, grown: readonly LoggedEvent[]): void => {
  const game = gameIn(record, gameId);
  for (const event of grown) {
    checkNew(record, game, event);
    game.log.push(event);
    append(game.fold, [event]);
    const delta = takeDelta(game.fold);
    if (delta === null) throw new Broken('J-5', `no delta for seq ${event.seq}`);
    const { outcome, state } = absorb(game.states.at(-1) ?? null, delta);
    if (outcome !== 'applied') throw new Broken('I-18', `the delta of seq ${event.seq} does not join: ${outcome}`);
    game.states.push(state);
  }
};

export const noteAcknowledged = (record: Record, gameId: GameId, id: EventId, seq: number): void => {
  record.acknowledged.push({ gameId, id, seq });
  const standing = gameIn(record, gameId).log[seq - 1];
  holds(
    standing?.id === id,
    'I-1',
    () => `${id} was answered with seq ${seq}, where ${standing?.id ?? 'nothing'} stands`,
  );
};

/** The right state: the audience's projection of the fold of 1..revision by that engine. */
export const rightState = (record: Record, gameId: GameId, at: Revision, audience: LiveAudience): string => {
  const game = gameIn(record, gameId);
  const key = `${at.revision}/${at.engineVersion}/${audience}`;
  const known = game.fingerprints.get(key);
  if (known !== undefined) return known;
  const state = game.states[at.revision - 1];
  if (state === undefined) throw new Broken('I-15', `there is no revision ${at.revision} of ${gameId}`);
  const text = fingerprint(snapshotFor(audience, asVersion(state, at.engineVersion)));
  game.fingerprints.set(key, text);
  return text;
};

/** Rows of the outbox reached a host: the first time each does is in the order of the log. */
export const noteHandedOn = (record: Record, gameId: GameId, events: readonly LoggedEvent[]): void => {
  const game = gameIn(record, gameId);
  for (const { seq } of events) {
    holds((seq as number) <= game.handedOn + 1, 'I-14', () => `seq ${seq} was handed on after ${game.handedOn}`);
    game.handedOn = Math.max(game.handedOn, seq as number);
  }
};

/** A result was stored. */
export const noteResult = (record: Record, snapshot: Snapshot): void => {
  const game = gameIn(record, snapshot.gameId);
  const { result } = game;
  holds(
    result === null || isNewer(snapshot, result),
    'I-16',
    () =>
      `a result at (${snapshot.revision}, ${snapshot.engineVersion}) stored over (${result?.revision}, ${result?.engineVersion})`,
  );
  game.result = { revision: snapshot.revision, engineVersion: snapshot.engineVersion };
  const right = rightState(record, snapshot.gameId, snapshot, 'staff');
  holds(
    fingerprint(snapshot) === right,
    'I-15',
    () => `the result at ${snapshot.revision} is not the fold of 1..${snapshot.revision}`,
  );
};

/** What a watcher shows. */
export const checkShown = (record: Record, shown: Snapshot, audience: LiveAudience): void => {
  const right = rightState(record, shown.gameId, shown, audience);
  holds(
    fingerprint(shown) === right,
    'I-19',
    () => `shown at (${shown.revision}, ${shown.engineVersion}) is not the fold of it`,
  );
};
