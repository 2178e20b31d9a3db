/**
 * The way of a play through Kafka and the Flink job: log → outbox → topic → job → topics and stored results → this process.
 * The same seam as the stream inside one process: the same append, publisher, sweep and stored results, another fold (P8, I-24).
 * Each process reads what the job says for itself and serves its own sockets.
 */
import type { Delta } from '@bball/engine';
import * as basketball from '@bball/engine';
import type { KafkaConfig } from '../config/distributed.ts';
import { makeGameLog, type NumberedEvent } from '../repositories/game-log.ts';
import { makeGameResults } from '../repositories/game-results.ts';
import { makeHeldEvents } from '../repositories/held-events.ts';
import { isCrowded } from '../repositories/log-pool.ts';
import type { LiveCache } from '../repositories/redis/live-cache.ts';
import { makeRefolds } from '../repositories/refolds.ts';
import type { Replica } from '../repositories/replica.ts';
import { makeSeasonsOfGames } from '../repositories/seasons-of-games.ts';
import { gameFolded, streamTroubled, sweepAsked } from '../telemetry.ts';
import { makeGameHost } from './game-host.ts';
import { makeHandingOn } from './handing-on.ts';
import { makeBrokerFigures } from './kafka/broker-figures.ts';
import { connectionOf } from './kafka/connection.ts';
import { makeDeadLetters } from './kafka/dead-letters.ts';
import { makeLogTopic } from './kafka/log-topic.ts';
import { makeOutboxBell } from './kafka/outbox-bell.ts';
import { readTopics } from './kafka/read-topic.ts';
import { makeLatch } from './latch.ts';
import { resultsThrough } from './replica-reads.ts';
import { makeStoredResults } from './stored-results.ts';
import type { Listeners, Stream, StreamDeps } from './stream.ts';
import { makeSweep } from './sweep.ts';

type Deps = Omit<StreamDeps, 'engine' | 'isAlone'> & {
  readonly kafka: KafkaConfig;
  readonly cache: LiveCache;
  readonly replica: Replica | null;
  readonly databaseUrl: string;
};

const gamesInMemory = 60;
/** A start waits as long for the broker. */
const brokerMs = 3_000;

export const makeKafkaStream = (deps: Deps): Stream => {
  const { pool, followPool, replica, kafka, cache, databaseUrl, log, telemetry, newId, monotonicMs } = deps;
  const onTrouble = (error: unknown): void => streamTroubled(log, error);
  const gameLog = makeGameLog(pool);
  const results = resultsThrough(replica, makeGameResults(followPool));
  const refolds = makeRefolds(followPool);
  const holder = newId();
  let listeners: Listeners = { isWatched: () => false, delta: () => {}, grew: () => {} };

  const connection = connectionOf(kafka, `bball-api-${holder}`);
  const logTopic = makeLogTopic({
    connection,
    gameLog,
    seasonOf: makeSeasonsOfGames(followPool, monotonicMs),
  });
  const handingOn = makeHandingOn({
    ...deps,
    refolds,
    host: logTopic,
    holder,
    isAlone: false,
    onGrown: () => {},
    gatherMs: 0,
    onTrouble,
  });
  const bell = makeOutboxBell({ pool: followPool, url: databaseUrl, onRung: handingOn.wake, onTrouble });
  const sweep = makeSweep({ refolds, engineVersion: null, onAsked: (games) => sweepAsked(log, games), onTrouble });
  const topics = readTopics({
    connection,
    groupId: `bball-api-${holder}`,
    topics: {
      'statistics-updates': ({ value, headers }) => {
        if (headers.get('type') !== 'season') listeners.delta(JSON.parse(value) as Delta);
      },
      'game-events': ({ key, value, headers }) => {
        if (!headers.has('replayThrough')) listeners.grew(key, [JSON.parse(value) as NumberedEvent]);
      },
      'game-log-requests': ({ key, value }) => {
        const { reason } = JSON.parse(value) as { readonly reason: string };
        if (handingOn.isLeading()) refolds.request(key, reason).catch(onTrouble);
      },
    },
    onTrouble,
  });
  const figures = makeBrokerFigures({ connection, positions: topics.positions, onTrouble });
  /** Folds for reads that no stored result answers; what is live comes from the job alone. */
  const games = makeGameHost({
    engine: basketball,
    gameLog,
    monotonicMs,
    mostGames: gamesInMemory,
    isWatched: () => false,
    onDelta: () => {},
    onMoved: () => {},
    onFolded: (fact) => gameFolded(telemetry, log, fact),
  });

  return {
    gameLog,
    heldEvents: makeHeldEvents(pool),
    refolds,
    store: makeStoredResults({ results, cache }),
    games,
    committed: () => {
      if (handingOn.isLeading()) handingOn.wake();
      else bell.ring();
    },
    isCrowded: () => isCrowded(pool),
    processId: holder,
    broker: { figures: figures.now, deadLetters: makeDeadLetters(connection, onTrouble) },
    isLeading: handingOn.isLeading,
    start: async (heard) => {
      listeners = heard;
      logTopic.warmUp().catch(onTrouble);
      // Without the broker plays are taken and stored all the same; what the topics had to say meanwhile the store has (L-3).
      await Promise.race([topics.start(), makeLatch().pause(brokerMs)]);
      await bell.start();
      await sweep.start();
      await handingOn.start();
    },
    handOver: handingOn.stop,
    stop: async () => {
      sweep.stop();
      await handingOn.stop();
      await bell.stop();
      await logTopic.stop();
      await topics.stop();
      await figures.stop();
      games.stop();
    },
  };
};
