/** Reads all of game-events beside everybody else. A broken stream is opened anew from the beginning: repeats are no matter here. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectionOf } from '@bball/stack/topics/connection';
import { Consumer, MessagesStreamModes, stringDeserializers } from '@platformatic/kafka';
import { makeTopicOrder, type TopicOrder } from './topic-order.ts';

export type TopicWatch = { readonly order: TopicOrder; readonly end: () => Promise<void> };

const reopenMs = 1_000;

export const watchTopic = (broker: string, run: string): TopicWatch => {
  const order = makeTopicOrder();
  const ending = new AbortController();
  let opened = 0;

  const read = async (): Promise<void> => {
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
      const stream = await consumer.consume({ topics: ['game-events'], mode: MessagesStreamModes.EARLIEST });
      for await (const { key, value } of stream)
        order.saw(key ?? '', (JSON.parse(value ?? '{}') as { seq: number }).seq);
    } finally {
      ending.signal.removeEventListener('abort', close);
      close();
    }
  };
  const work = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // The broker is one of the parts that are killed.
      await read().catch(() => {});
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
