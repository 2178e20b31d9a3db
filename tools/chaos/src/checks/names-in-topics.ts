/** The newest records of every topic hold no name (I-23): read once, at the end. */
import { setTimeout as pause } from 'node:timers/promises';
import { topicNames } from '@bball/contracts';
import { connectionOf } from '@bball/stack/topics/connection';
import { Admin, Consumer, ListOffsetTimestamps, MessagesStreamModes, stringDeserializers } from '@platformatic/kafka';
import { telltale } from '../wire/coach.ts';

const newest = 300n;
const quietMs = 1_500;
const limitMs = 20_000;

const tailsOf = async (broker: string) => {
  const admin = new Admin(connectionOf({ KAFKA_BROKERS: broker }));
  try {
    const { topics } = await admin.metadata({ topics: [...topicNames] });
    const asked = [...topics].map(([name, { partitionsCount }]) => ({
      name,
      partitions: Array.from({ length: partitionsCount }, (_, partitionIndex) => ({
        partitionIndex,
        timestamp: ListOffsetTimestamps.LATEST,
      })),
    }));
    return (await admin.listOffsets({ topics: asked })).flatMap(({ name, partitions }) =>
      partitions.map(({ partitionIndex, offset }) => ({
        topic: name,
        partition: partitionIndex,
        offset: offset > newest ? offset - newest : 0n,
      })),
    );
  } finally {
    await admin.close();
  }
};

export const namesInTopics = async (broker: string, run: string): Promise<readonly string[]> => {
  const offsets = await tailsOf(broker);
  const consumer = new Consumer({
    ...connectionOf({ KAFKA_BROKERS: broker }),
    groupId: `chaos-names-${run}`,
    deserializers: stringDeserializers,
    autocommit: false,
    maxWaitTime: 300,
  });
  const found = new Set<string>();
  let read = 0;
  try {
    const stream = await consumer.consume({ topics: [...topicNames], mode: MessagesStreamModes.MANUAL, offsets });
    stream.on('data', ({ topic, value }) => {
      read += 1;
      if (value?.includes(telltale)) found.add(`I-23: a name in ${topic}`);
    });
    stream.on('error', () => {});
    for (let [before, left] = [-1, limitMs]; before !== read && left > 0; left -= quietMs) {
      before = read;
      await pause(quietMs);
    }
  } finally {
    await consumer.close(true).catch(() => {});
  }
  return read === 0 ? ['I-23: no topic could be read'] : [...found];
};
