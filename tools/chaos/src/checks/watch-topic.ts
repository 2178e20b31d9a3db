/** Reads all of game-events beside everybody else. A broken stream is opened anew from where it was read to. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectionOf } from '@bball/stack/topics/connection';
import { Consumer, MessagesStreamFallbackModes, MessagesStreamModes, stringDeserializers } from '@platformatic/kafka';
import { makeTopicOrder, type TopicOrder } from './topic-order.ts';

export type TopicWatch = { readonly order: TopicOrder; readonly end: () => Promise<void> };

const reopenMs = 500;
const topic = 'game-events';

export const watchTopic = (broker: string, run: string): TopicWatch => {
  const order = makeTopicOrder();
  const ending = new AbortController();
  const next = new Map<number, bigint>();
  let opened = 0;

  /** From the beginning where nothing was read yet, or what comes next is gone. */
  const start = (isFresh: boolean) =>
    isFresh || next.size === 0
      ? { mode: MessagesStreamModes.EARLIEST }
      : {
          mode: MessagesStreamModes.MANUAL,
          offsets: [...next].map(([partition, offset]) => ({ topic, partition, offset })),
        };

  const read = async (isFresh: boolean): Promise<void> => {
    opened += 1;
    const consumer = new Consumer({
      ...connectionOf({ KAFKA_BROKERS: broker }),
      groupId: `chaos-${run}-${opened}`,
      deserializers: stringDeserializers,
      autocommit: false,
      maxWaitTime: 300,
      sessionTimeout: 10_000,
      heartbeatInterval: 2_000,
    });
    const close = () => void consumer.close(true).catch(() => {});
    ending.signal.addEventListener('abort', close, { once: true });
    try {
      const stream = await consumer.consume({
        topics: [topic],
        fallbackMode: MessagesStreamFallbackModes.EARLIEST,
        ...start(isFresh),
      });
      for await (const { key, value, partition, offset } of stream) {
        order.saw(key ?? '', (JSON.parse(value ?? '{}') as { seq: number }).seq);
        next.set(partition, offset + 1n);
      }
    } finally {
      ending.signal.removeEventListener('abort', close);
      close();
    }
  };
  const work = async (): Promise<void> => {
    for (let isFresh = true; !ending.signal.aborted; ) {
      const readBefore = [...next.values()].reduce((sum, offset) => sum + offset, 0n);
      // The broker is one of the parts that are killed.
      await read(isFresh).catch(() => {});
      const isStuck = [...next.values()].reduce((sum, offset) => sum + offset, 0n) === readBefore;
      isFresh = isStuck && !isFresh;
      await pause(reopenMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const worked = work();
  return {
    order,
    end: async () => {
      ending.abort();
      await Promise.race([worked, pause(3_000)]);
    },
  };
};
