/** How this process reaches the broker: a local one and Confluent Cloud differ by data only. */
import type { KafkaConfig } from '../../config/distributed.ts';

/** Retries without end: an exhausted one destroys a consumer's stream, and the outbox waits for as long as it takes. */
const patience = { retries: true, retryDelay: 250, connectTimeout: 5_000, requestTimeout: 10_000 } as const;

export const connectionOf = ({ brokers, login, authority }: KafkaConfig, clientId: string) => ({
  clientId,
  bootstrapBrokers: [...brokers],
  ...patience,
  ...(login === null && authority === null
    ? {}
    : { tls: authority === null ? {} : { ca: authority }, tlsServerName: true }),
  ...(login === null ? {} : { sasl: { mechanism: 'PLAIN' as const, ...login } }),
});

export type Connection = ReturnType<typeof connectionOf>;
