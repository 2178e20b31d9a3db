/**
 * How a broker is reached, by data only: a local one by its address, Confluent Cloud by SASL_SSL with the key of an API user.
 * `KAFKA_SSL_CA`: a file with the authority of a broker whose certificate no public authority signed, or its text.
 */
import { readFileSync } from 'node:fs';
import type { AdminOptions } from '@platformatic/kafka';

export type Environment = { readonly [name: string]: string | undefined };

const authorityOf = (said: string | undefined): string | undefined =>
  said === undefined || said.startsWith('-----BEGIN') ? said : readFileSync(said, 'utf8');

export const connectionOf = (environment: Environment): AdminOptions => {
  const { KAFKA_BROKERS, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD, KAFKA_SSL_CA } = environment;
  if (KAFKA_BROKERS === undefined) throw new Error('KAFKA_BROKERS says which broker to ask, as host:port');
  const base = { clientId: 'bball-topics', bootstrapBrokers: KAFKA_BROKERS.split(','), retries: 10, retryDelay: 500 };
  if (KAFKA_SASL_USERNAME === undefined) return base;
  if (KAFKA_SASL_PASSWORD === undefined) throw new Error('KAFKA_SASL_PASSWORD belongs to KAFKA_SASL_USERNAME');
  const authority = authorityOf(KAFKA_SSL_CA);
  return {
    ...base,
    tls: authority === undefined ? {} : { ca: authority },
    tlsServerName: true,
    sasl: { mechanism: 'PLAIN', username: KAFKA_SASL_USERNAME, password: KAFKA_SASL_PASSWORD },
  };
};
