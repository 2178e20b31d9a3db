/**
 * Reads a topic from now on, in this process alone: each process serves its own sockets, so each reads everything, by a group of its own.
 * A broken stream is opened anew; what was missed meanwhile the store has (L-3).
 */
import type { TopicName } from '@bball/contracts';
import { Consumer, MessagesStreamModes, stringDeserializers } from '@platformatic/kafka';
import type { Positions } from './broker-figures.ts';
import type { Connection } from './connection.ts';

export type TopicRecord = {
  readonly key: string;
  readonly value: string;
  readonly headers: ReadonlyMap<string, string>;
};

type Deps = {
  readonly connection: Connection;
  /** Unique for this process and start. */
  readonly groupId: string;
  readonly topics: { readonly [Name in TopicName]?: (record: TopicRecord) => void };
  readonly onTrouble: (error: unknown) => void;
};

const reopenMs = 500;

const open = (connection: Connection, groupId: string) =>
  new Consumer({
    ...connection,
    groupId,
    deserializers: stringDeserializers,
    autocommit: false,
    maxWaitTime: 200,
    minBytes: 1,
    sessionTimeout: 10_000,
    heartbeatInterval: 2_000,
  });

export const readTopics = ({ connection, groupId, topics, onTrouble }: Deps) => {
  let isStopped = false;
  let consumer: ReturnType<typeof open> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let opened = 0;
  /** Of what was handed on; where nothing was yet, what is fetched next says how far we are. */
  let read = new Map<string, bigint>();
  let fetched: Positions = new Map();

  const again = (): void => {
    if (isStopped || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void begin();
    }, reopenMs);
  };

  const close = async (broken: ReturnType<typeof open>): Promise<void> => {
    if (consumer === broken) consumer = null;
    await broken.close(true).catch(() => {});
  };

  const begin = async (): Promise<void> => {
    opened += 1;
    const mine = open(connection, `${groupId}-${opened}`);
    consumer = mine;
    try {
      const stream = await mine.consume({ topics: Object.keys(topics), mode: MessagesStreamModes.LATEST });
      read = new Map();
      fetched = stream.offsetsToFetch;
      stream.on('data', ({ topic, partition, offset, key, value, headers }) => {
        read.set(`${topic}:${partition}`, offset + 1n);
        try {
          topics[topic as TopicName]?.({ key: key ?? '', value: value ?? '', headers });
        } catch (error) {
          onTrouble(error);
        }
      });
      const broke = (error: unknown): void => {
        if (isStopped || consumer !== mine) return;
        onTrouble(error);
        void close(mine).then(again);
      };
      stream.on('error', broke);
      stream.on('close', () => broke(new Error('the stream of a topic ended')));
    } catch (error) {
      if (isStopped) return;
      onTrouble(error);
      await close(mine);
      again();
    }
  };

  return {
    /** Reading from here on when it resolves. */
    start: begin,
    positions: (): Positions => new Map([...fetched, ...read]),
    stop: async (): Promise<void> => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      if (consumer !== null) await close(consumer);
    },
  };
};
