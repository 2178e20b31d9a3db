import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { topicsOf } from '@bball/contracts';
import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';
import { startBroker, type TestBroker } from '../../testing/broker.ts';
import { loopback, saslEnvironment } from '../addresses.ts';
import { bringTopics, settingsThere } from './bring-topics.ts';
import { connectionOf } from './connection.ts';

let broker: TestBroker;
before(async () => {
  broker = await startBroker();
});
after(() => broker.stop());

const plain = () => connectionOf({ KAFKA_BROKERS: `${loopback}:${broker.place.port('kafka')}` });
const secured = () => connectionOf(saslEnvironment(broker.place));

test('the topics of an environment are made with its settings, and made once', async () => {
  const topics = topicsOf('local');
  const names = topics.map(({ name }) => name);
  assert.deepEqual(await bringTopics('local', plain()), { made: names, kept: [] });
  assert.deepEqual(await bringTopics('local', plain()), { made: [], kept: names });
  const expected = Object.fromEntries(topics.map(({ name, settings }) => [name, settings]));
  assert.deepEqual(await settingsThere(topics, plain()), expected);
});

test('by SASL_SSL, as at Confluent Cloud, a record is written and read with nothing but other data', async () => {
  await bringTopics('local', secured());
  const producer = new Producer({ ...secured(), idempotent: true, serializers: stringSerializers });
  const consumer = new Consumer({ ...secured(), groupId: 'sasl-test', deserializers: stringDeserializers });
  try {
    await producer.send({ messages: [{ topic: 'game-state', key: 'a game', value: 'a state' }], acks: -1 });
    const stream = await consumer.consume({ topics: ['game-state'], mode: 'earliest', autocommit: false });
    for await (const { key, value } of stream) {
      assert.deepEqual([key, value], ['a game', 'a state']);
      break;
    }
  } finally {
    await consumer.close(true);
    await producer.close();
  }
});

test('who has another password is not let in', async () => {
  const wrong = { ...saslEnvironment(broker.place), KAFKA_SASL_PASSWORD: 'guessed' };
  await assert.rejects(bringTopics('local', { ...connectionOf(wrong), retries: 0 }));
});
