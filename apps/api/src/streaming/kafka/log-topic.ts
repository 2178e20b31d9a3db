/**
 * The log on its way to the topic `game-events`: what the outbox publisher hands on instead of an engine in this process.
 * Invariants: what is queued in one turn goes in order and is done when all of it is acknowledged (K-1); after any error the producer is
 * a new one, and the publisher reads again from the table; where the broker refuses a record, each game is sent by itself, so that
 * only the game of that record is parked (K-7); a republished log says through which seq it is one (K-8).
 */
import type { TopicName } from '@bball/contracts';
import {
  compatibilityPartitioner,
  type MessageToProduce,
  ProduceAcks,
  Producer,
  stringSerializers,
} from '@platformatic/kafka';
import type { GameLog, NumberedEvent } from '../../repositories/game-log.ts';
import { GameRefused } from '../game-refused.ts';
import type { LogTaker } from '../outbox-publisher.ts';
import type { Connection } from './connection.ts';
import { isRefusal } from './refusal.ts';

type Record = MessageToProduce<string, string, string, string>;

type Deps = {
  readonly connection: Connection;
  readonly gameLog: Pick<GameLog, 'read' | 'headSeq'>;
  /** The season of a game, for the job's season step; null: a friendly. */
  readonly seasonOf: (gameId: string) => Promise<string | null>;
};

const topic: TopicName = 'game-events';
const pageEvents = 500;
/** Of one send: well below what a broker takes, however many games are in it. */
const mostChars = 512 * 1024;

const openProducer = (connection: Connection): Producer<string, string, string, string> =>
  new Producer({
    ...connection,
    serializers: stringSerializers,
    partitioner: compatibilityPartitioner,
    idempotent: true,
    acks: ProduceAcks.ALL,
    autocreateTopics: false,
  });

type Waiting = {
  readonly gameId: string;
  readonly records: readonly Record[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

export const makeLogTopic = ({ connection, gameLog, seasonOf }: Deps) => {
  let producer: Producer<string, string, string, string> | null = null;
  let waiting: Waiting[] = [];
  let sending: Promise<void> = Promise.resolve();

  const produce = async (messages: Record[]): Promise<void> => {
    producer ??= openProducer(connection);
    try {
      await producer.send({ messages });
    } catch (error) {
      const broken = producer;
      producer = null;
      await broken?.close(true).catch(() => {});
      throw error;
    }
  };

  const send = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      for (const piece of piecesOf(batch.flatMap(({ records }) => records))) await produce(piece);
      for (const { done } of batch) done();
    } catch (error) {
      if (isRefusal(error)) for (const waiting of batch) await sendApart(waiting);
      else for (const { failed } of batch) failed(error);
    }
  };

  /** Record by record: a batch that was refused may hold a game's records of which each would have been taken. */
  const sendApart = async ({ gameId, records, done, failed }: Waiting): Promise<void> => {
    try {
      for (const record of records) await produce([record]);
      done();
    } catch (error) {
      const isOfGame = isRefusal(error);
      failed(isOfGame ? new GameRefused(gameId, 'record-refused', 'the broker refuses a record', error) : error);
    }
  };

  const flush = (): void => {
    sending = sending.then(() => {
      const batch = waiting;
      waiting = [];
      return batch.length === 0 ? undefined : send(batch);
    });
  };

  const publish = (gameId: string, records: readonly Record[]): Promise<void> =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ gameId, records, done, failed });
    });

  const recordsOf = (events: readonly NumberedEvent[], headers: { readonly [name: string]: string }): Record[] =>
    events.map((event) => ({ topic, key: event.gameId, value: JSON.stringify(event), headers: { ...headers } }));

  const headersOf = async (gameId: string): Promise<{ [name: string]: string }> => {
    const seasonId = await seasonOf(gameId);
    return seasonId === null ? {} : { seasonId };
  };

  const taker: LogTaker = {
    accept: async (gameId, events) => publish(gameId, recordsOf(events, await headersOf(gameId))),

    /** The job folds it silently up to its head, then gives a whole result. */
    replay: async (gameId, from) => {
      const head = await gameLog.headSeq(gameId);
      const headers = {
        ...(await headersOf(gameId)),
        replayThrough: String(head),
        ...(from === 'fresh' ? { restart: '1' } : {}),
      };
      for (let after = 0; after < head; ) {
        const events = (await gameLog.read(gameId, after, pageEvents)).filter(({ seq }) => seq <= head);
        if (events.length === 0) return;
        await publish(gameId, recordsOf(events, headers));
        after = events.at(-1)?.seq ?? head;
      }
    },
  };

  return {
    ...taker,

    /** Makes the acquaintance of the broker now, so that whoever takes over has nothing but to send. */
    warmUp: async (): Promise<void> => {
      producer ??= openProducer(connection);
      await producer.initIdempotentProducer({});
    },

    stop: async (): Promise<void> => {
      await producer?.close(true).catch(() => {});
      producer = null;
    },
  };
};

const piecesOf = (records: readonly Record[]): Record[][] => {
  const pieces: Record[][] = [];
  let chars = mostChars;
  for (const record of records) {
    chars += record.value?.length ?? 0;
    if (chars >= mostChars) {
      pieces.push([]);
      chars = record.value?.length ?? 0;
    }
    pieces.at(-1)?.push(record);
  }
  return pieces;
};
