/**
 * The log on its way to the topic `game-events`: what the outbox publisher hands on instead of an engine in this process.
 * Invariants: what is queued in one turn goes as one batch, in order, and is done when all of it is acknowledged (K-1); after any error
 * the producer is a new one, and the publisher reads again from the table; a republished log says through which seq it is one (K-8).
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
import type { Connection } from './connection.ts';

type Record = MessageToProduce<string, string, string, string>;

type Deps = {
  readonly connection: Connection;
  readonly gameLog: Pick<GameLog, 'read' | 'headSeq'>;
  /** The season of a game, for the job's season step; null: a friendly. */
  readonly seasonOf: (gameId: string) => Promise<string | null>;
};

const topic: TopicName = 'game-events';
const pageEvents = 500;

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
  readonly records: readonly Record[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

export const makeLogTopic = ({ connection, gameLog, seasonOf }: Deps) => {
  let producer: Producer<string, string, string, string> | null = null;
  let waiting: Waiting[] = [];
  let sending: Promise<void> = Promise.resolve();

  const send = async (batch: readonly Waiting[]): Promise<void> => {
    producer ??= openProducer(connection);
    try {
      await producer.send({ messages: batch.flatMap(({ records }) => records) });
      for (const { done } of batch) done();
    } catch (error) {
      const broken = producer;
      producer = null;
      await broken?.close(true).catch(() => {});
      for (const { failed } of batch) failed(error);
    }
  };

  const flush = (): void => {
    sending = sending.then(() => {
      const batch = waiting;
      waiting = [];
      return batch.length === 0 ? undefined : send(batch);
    });
  };

  const publish = (records: readonly Record[]): Promise<void> =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ records, done, failed });
    });

  const recordsOf = (events: readonly NumberedEvent[], headers: { readonly [name: string]: string }): Record[] =>
    events.map((event) => ({ topic, key: event.gameId, value: JSON.stringify(event), headers: { ...headers } }));

  const headersOf = async (gameId: string): Promise<{ [name: string]: string }> => {
    const seasonId = await seasonOf(gameId);
    return seasonId === null ? {} : { seasonId };
  };

  return {
    /** Sends events of one game; done when the broker has them. */
    accept: async (gameId: string, events: readonly NumberedEvent[]): Promise<void> =>
      publish(recordsOf(events, await headersOf(gameId))),

    /** Sends the whole log again: the job folds it silently up to its head, then gives a whole result. */
    replay: async (gameId: string): Promise<void> => {
      const head = await gameLog.headSeq(gameId);
      const headers = { ...(await headersOf(gameId)), replayThrough: String(head) };
      for (let after = 0; after < head; ) {
        const events = (await gameLog.read(gameId, after, pageEvents)).filter(({ seq }) => seq <= head);
        const [first] = events;
        if (first === undefined) return;
        await publish(recordsOf(events, headers));
        after = events.at(-1)?.seq ?? head;
      }
    },

    stop: async (): Promise<void> => {
      await producer?.close(true).catch(() => {});
      producer = null;
    },
  };
};
