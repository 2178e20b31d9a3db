/** Where the parts of the distributed profile are. Without a broker everything runs in this process; without Redis it is done without. */
import { z } from 'zod';

export const distributedVariables = {
  KAFKA_BROKERS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((broker) => broker.trim())
        .filter((broker) => broker !== ''),
    )
    .optional(),
  KAFKA_SASL_USERNAME: z.string().min(1).optional(),
  KAFKA_SASL_PASSWORD: z.string().min(1).optional(),
  /** PEM of the authority that signed the broker's certificate; a public one needs none. */
  KAFKA_SSL_CA: z.string().min(1).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
} as const;

export type KafkaConfig = {
  readonly brokers: readonly string[];
  /** null: a plain connection. */
  readonly login: { readonly username: string; readonly password: string } | null;
  readonly authority: string | null;
};

type Said = {
  readonly KAFKA_BROKERS?: readonly string[] | undefined;
  readonly KAFKA_SASL_USERNAME?: string | undefined;
  readonly KAFKA_SASL_PASSWORD?: string | undefined;
  readonly KAFKA_SSL_CA?: string | undefined;
};

/** null: the bus is in this process. */
export const kafkaConfig = (env: Said): KafkaConfig | null => {
  if (env.KAFKA_BROKERS === undefined || env.KAFKA_BROKERS.length === 0) return null;
  const { KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  return {
    brokers: env.KAFKA_BROKERS,
    login: username === undefined || password === undefined ? null : { username, password },
    authority: env.KAFKA_SSL_CA ?? null,
  };
};
