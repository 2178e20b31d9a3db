/** Reads a topic from now on, as anybody with the broker's address could. */
import { randomUUID } from 'node:crypto';
import type { TopicName } from '@bball/contracts';
import { Consumer, MessagesStreamModes, stringDeserializers } from '@platformatic/kafka';

export type TopicRecord = {
  readonly key: string;
  readonly value: string;
  readonly isReplay: boolean;
  readonly atMs: number;
};

export type TopicReader = { readonly records: readonly TopicRecord[]; readonly stop: () => Promise<void> };

export const readTopic = async (broker: string, topic: TopicName): Promise<TopicReader> => {
  const records: TopicRecord[] = [];
  const consumer = new Consumer({
    clientId: 'acceptance',
    groupId: `acceptance-${randomUUID()}`,
    bootstrapBrokers: [broker],
    deserializers: stringDeserializers,
    retries: true,
    retryDelay: 250,
    maxWaitTime: 200,
    minBytes: 1,
  });
  const stream = await consumer.consume({ topics: [topic], mode: MessagesStreamModes.LATEST, autocommit: false });
  stream.on('data', ({ key, value, headers, timestamp }) =>
    records.push({ key, value, isReplay: headers.has('replayThrough'), atMs: Number(timestamp) }),
  );
  stream.on('error', () => {});
  return { records, stop: () => consumer.close(true) };
};
