/**
 * The way of a play from the log to the viewers, put together: log → outbox → publisher → host of the engine → deltas and stored results.
 * A process that is killed anywhere on it loses nothing and doubles nothing: the log is committed before it is answered, rows leave
 * the outbox after they were taken, and what was folded or stored twice is the same (P1, P2).
 */
import { createHash } from 'node:crypto';
import type { Delta } from '@bball/engine';
import * as basketball from '@bball/engine';
import type { Logger } from '../logger.ts';
import { type GameLog, makeGameLog, type NumberedEvent } from '../repositories/game-log.ts';
import { makeGameResults } from '../repositories/game-results.ts';
import { type HeldEvents, makeHeldEvents } from '../repositories/held-events.ts';
import { isCrowded, type LogPool } from '../repositories/log-pool.ts';
import { makeRefolds, type Refolds } from '../repositories/refolds.ts';
import { makeSeasonGames } from '../repositories/season-games.ts';
import { makeSeasonsOfGames } from '../repositories/seasons-of-games.ts';
import { gameFolded, resultStored, seasonTableMade, streamTroubled, sweepAsked, type Telemetry } from '../telemetry.ts';
import type { Engine } from './engine.ts';
import { type GameHost, makeGameHost } from './game-host.ts';
import { GameRefused } from './game-refused.ts';
import { makeHandingOn } from './handing-on.ts';
import type { BrokerFigures } from './kafka/broker-figures.ts';
import type { DeadLetters } from './kafka/dead-letters.ts';
import { type LiveStore, makeLiveStore } from './live-store.ts';
import { makeResultWriter } from './result-writer.ts';
import { makeSeasonStep } from './season-step.ts';
import { makeSweep } from './sweep.ts';

export type Listeners = {
  readonly isWatched: (gameId: string) => boolean;
  readonly delta: (delta: Delta) => void;
  readonly grew: (gameId: string, events: readonly NumberedEvent[]) => void;
};

export type Stream = {
  readonly gameLog: GameLog;
  readonly heldEvents: HeldEvents;
  readonly refolds: Refolds;
  readonly store: LiveStore;
  /** Folded games, for reads that no snapshot can answer. */
  readonly games: Pick<GameHost, 'game'>;
  /**
   * These events were just committed to the log: they are folded at once, and the outbox is looked at. Only a short cut: whatever is
   * lost of it comes by the outbox, and what came by both is dropped as a repeat.
   */
  readonly committed: (gameId: string, events: readonly NumberedEvent[]) => void;
  /** The database has more to do than it can: tell senders to come again. */
  readonly isCrowded: () => boolean;
  /** This process, as the lease names it. */
  readonly processId: string;
  /** null: everything happens in this process. */
  readonly broker: {
    /** null: it does not answer. */
    readonly figures: () => Promise<BrokerFigures | null>;
    readonly deadLetters: DeadLetters;
  } | null;
  /** Does this process hand the log on? */
  readonly isLeading: () => boolean;
  readonly start: (listeners: Listeners) => Promise<void>;
  /** Lets another process hand the log on, before this one sends its people away. */
  readonly handOver: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type StreamDeps = {
  /** For the log: a commit is on disk before it is answered. */
  readonly pool: LogPool;
  /** For what follows from the log and can be made again. */
  readonly followPool: LogPool;
  /** A connection of its own for the lease. */
  readonly leasePool: LogPool;
  readonly engine?: Engine;
  /** Nobody else works on this database (the embedded profile). */
  readonly isAlone: boolean;
  readonly log: Logger;
  readonly telemetry: Telemetry;
  readonly newId: () => string;
  readonly monotonicMs: () => number;
};

const gamesInMemory = 60;

export const makeStream = ({
  pool,
  followPool,
  leasePool,
  engine = basketball,
  isAlone,
  log,
  telemetry,
  newId,
  monotonicMs,
}: StreamDeps): Stream => {
  const gameLog = makeGameLog(pool);
  const results = makeGameResults(followPool);
  const refolds = makeRefolds(followPool);
  const onTrouble = (error: unknown): void => streamTroubled(log, error);
  let listeners: Listeners = { isWatched: () => false, delta: () => {}, grew: () => {} };

  const host = makeGameHost({
    engine,
    gameLog,
    monotonicMs,
    mostGames: gamesInMemory,
    isWatched: (gameId) => listeners.isWatched(gameId),
    onDelta: (delta) => listeners.delta(delta),
    onMoved: (gameId, game) => writer.moved(gameId, game),
    onFolded: (fact) => gameFolded(telemetry, log, fact),
  });
  const writer = makeResultWriter({
    results,
    whole: (gameId, game) => {
      host.flush(gameId);
      const result = engine.result(game);
      return { result, seasonLines: engine.seasonLines(game, result) };
    },
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    monotonicMs,
    onWritten: ({ result, seasonLines }, outcome) => {
      const { gameId, revision, engineVersion } = result;
      resultStored(telemetry, log, { gameId, revision, outcome });
      // Beyond the head it is of a lost timeline.
      if (outcome === 'beyond-head') return;
      seasons.stored({ gameId, revision, engineVersion, isFinal: result.game.status === 'final', lines: seasonLines });
    },
    onFailed: (_gameId, error) => onTrouble(error),
  });
  const processId = newId();
  const seasons = makeSeasonStep({
    engine,
    seasonGames: makeSeasonGames(followPool),
    seasonOf: makeSeasonsOfGames(followPool, monotonicMs),
    monotonicMs,
    onMade: (fact) => seasonTableMade(log, fact),
    onAsked: (games) => sweepAsked(log, games),
    onTrouble,
  });
  const handingOn = makeHandingOn({
    followPool,
    leasePool,
    isAlone,
    log,
    telemetry,
    monotonicMs,
    refolds,
    host,
    holder: processId,
    onGrown: (gameId, events) => listeners.grew(gameId, events),
    gatherMs: 25,
    onTrouble,
  });
  const sweep = makeSweep({
    refolds,
    engineVersion: engine.engineVersion,
    onAsked: (games) => sweepAsked(log, games),
    onTrouble,
  });

  /** The outbox has the same events, and the publisher parks the game or tries again. */
  const ofLaterCare = (error: unknown): void => {
    if (!(error instanceof GameRefused)) onTrouble(error);
  };

  return {
    gameLog,
    heldEvents: makeHeldEvents(pool),
    refolds,
    store: makeLiveStore({ host, results }),
    games: host,
    committed: (gameId, events) => {
      handingOn.wake();
      if (events.length > 0) host.accept(gameId, events).catch(ofLaterCare);
    },
    isCrowded: () => isCrowded(pool),
    processId,
    broker: null,
    isLeading: handingOn.isLeading,
    start: async (heard) => {
      listeners = heard;
      await sweep.start();
      await seasons.start();
      await handingOn.start();
    },
    // Alone, there is nobody to hand over to: whatever is sent until the end is handed on.
    handOver: async () => {
      if (!isAlone) await handingOn.stop();
    },
    stop: async () => {
      sweep.stop();
      await handingOn.stop();
      host.stop();
      await writer.stop();
      await seasons.stop();
    },
  };
};
