/** What the parts tell each other: the environment that API and job read, and the addresses a person is shown. */
import { readFileSync } from 'node:fs';
import type { Place } from './place.ts';
import { secretOf } from './secrets.ts';
import { kafkaUser } from './settings/kafka.ts';
import { databaseName } from './settings/postgres.ts';

export const loopback = '127.0.0.1';

export const databasePassword = ({ inFolder }: Place): string =>
  readFileSync(inFolder('database-password'), 'utf8').trim();

export const databaseUrl = (place: Place): string =>
  `postgresql://bball:${databasePassword(place)}@${loopback}:${place.port('postgres')}/${databaseName}`;

/** What API and job both read. */
export const sharedEnvironment = (place: Place) => ({
  KAFKA_BROKERS: `${loopback}:${place.port('kafka')}`,
  REDIS_URL: `redis://${loopback}:${place.port('redis')}`,
  DATABASE_URL: databaseUrl(place),
});

export const jobEnvironment = (place: Place) => ({
  ...sharedEnvironment(place),
  DATABASE_JDBC_URL: `jdbc:postgresql://${loopback}:${place.port('postgres')}/${databaseName}?user=bball&password=${databasePassword(place)}`,
});

export const apiEnvironment = (place: Place, which: 1 | 2) => ({
  ...sharedEnvironment(place),
  PORT: String(place.port(`api-${which}`)),
  HOST: loopback,
  METRICS_PORT: String(place.port(`metrics${which}`)),
  PUBLIC_URL: `http://localhost:${place.port('balancer')}`,
  ALLOWED_ORIGINS: `http://${loopback}:${place.port('balancer')}`,
  TRUST_PROXY: '1',
  DATA_DIR: place.inFolder('api'),
});

/** The door of the same form as Confluent Cloud's: another host, user and password, and no authority of one's own. */
export const saslEnvironment = (place: Place) => ({
  KAFKA_BROKERS: `localhost:${place.port('kafkaSaslSsl')}`,
  KAFKA_SASL_USERNAME: kafkaUser,
  KAFKA_SASL_PASSWORD: secretOf(place, 'kafka'),
  KAFKA_SSL_CA: readFileSync(place.inFolder('secrets/kafka-ca.pem'), 'utf8'),
});

export const addressesShown = (place: Place): readonly (readonly [what: string, where: string])[] => [
  ['app and API', `http://localhost:${place.port('balancer')}`],
  ['API processes', `http://localhost:${place.port('api-1')} and http://localhost:${place.port('api-2')}`],
  [
    'metrics',
    `http://localhost:${place.port('metrics1')}/metrics and http://localhost:${place.port('metrics2')}/metrics`,
  ],
  ['Flink', `http://localhost:${place.port('jobmanager')}`],
  ['Kafka', `${loopback}:${place.port('kafka')}, SASL_SSL localhost:${place.port('kafkaSaslSsl')}`],
  ['PostgreSQL', `${loopback}:${place.port('postgres')}, password in ${place.inFolder('database-password')}`],
  ['Redis', `redis://${loopback}:${place.port('redis')}`],
  ['S3', `http://${loopback}:${place.port('s3')}`],
  ['logs', place.inFolder('logs')],
];
