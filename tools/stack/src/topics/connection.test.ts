import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionOf } from './connection.ts';

test('a local broker is an address and nothing else', () => {
  const { bootstrapBrokers, tls, sasl } = connectionOf({ KAFKA_BROKERS: 'localhost:29092' });
  assert.deepEqual([bootstrapBrokers, tls, sasl], [['localhost:29092'], undefined, undefined]);
});

test('Confluent Cloud is the same by SASL_SSL, trusting the public authorities', () => {
  const { tls, tlsServerName, sasl } = connectionOf({
    KAFKA_BROKERS: 'pkc-1.eu-central-1.aws.confluent.cloud:9092',
    KAFKA_SASL_USERNAME: 'key',
    KAFKA_SASL_PASSWORD: 'secret',
  });
  assert.deepEqual(tls, {});
  assert.equal(tlsServerName, true);
  assert.deepEqual(sasl, { mechanism: 'PLAIN', username: 'key', password: 'secret' });
});

test('an authority of one’s own is trusted by its text', () => {
  const ca = '-----BEGIN CERTIFICATE-----';
  const of = { KAFKA_BROKERS: 'localhost:29094', KAFKA_SASL_USERNAME: 'a', KAFKA_SASL_PASSWORD: 'b', KAFKA_SSL_CA: ca };
  assert.deepEqual(connectionOf(of).tls, { ca });
});

test('a user without a password, or no broker at all, is said at once', () => {
  assert.throws(() => connectionOf({ KAFKA_BROKERS: 'x:1', KAFKA_SASL_USERNAME: 'a' }), /KAFKA_SASL_PASSWORD/);
  assert.throws(() => connectionOf({}), /KAFKA_BROKERS/);
});
