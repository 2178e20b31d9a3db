/**
 * How a broker is reached, by data only: a local one by its address, Confluent Cloud by SASL_SSL with the key of an API user.
 * `KAFKA_SSL_CA`: PEM of the authority of a broker whose certificate no public authority signed.
 */
import type { AdminOptions } from '@platformatic/kafka';

export type Environment = { readonly [name: string]: string | undefined };

export const connectionOf = (environment: Environment): AdminOptions => {
  const { KAFKA_BROKERS, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD, KAFKA_SSL_CA } = environment;
  if (KAFKA_BROKERS === undefined) throw new Error('KAFKA_BROKERS says which broker to ask, as host:port');
  const base = { clientId: 'bball-topics', bootstrapBrokers: KAFKA_BROKERS.split(','), retries: 10, retryDelay: 500 };
  if (KAFKA_SASL_USERNAME === undefined) return base;
  if (KAFKA_SASL_PASSWORD === undefined) throw new Error('KAFKA_SASL_PASSWORD belongs to KAFKA_SASL_USERNAME');
  return {
    ...base,
    tls: KAFKA_SSL_CA === undefined ? {} : { ca: KAFKA_SSL_CA },
    tlsServerName: true,
    sasl: { mechanism: 'PLAIN', username: KAFKA_SASL_USERNAME, password: KAFKA_SASL_PASSWORD },
  };
};
