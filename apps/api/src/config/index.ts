/**
 * The environment, read once into a frozen, typed value. Every problem is listed at once; nothing else reads the environment.
 * The defaults are the embedded profile: `npm start` needs no variable at all.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { type AccountRules, accountRules } from './accounts.ts';
import { distributedVariables, type KafkaConfig, kafkaConfig } from './distributed.ts';
import { defaultLimits, type Limits } from './limits.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const loopback = ['127.0.0.1', '::1', 'localhost'];

const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALLOWED_ORIGINS: list.default([]),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  METRICS_PORT: port.default(9464),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(16),
  WEB_APP_DIR: z.string().min(1).optional(),
  /** A settled final is announced after so long, if it still stands. */
  FINAL_ANNOUNCED_AFTER_MS: z.coerce.number().int().min(0).max(86_400_000).default(60_000),
  ...distributedVariables,
  /** `logins`: another process of the same database plays the demo. */
  DEMO: z.enum(['on', 'off', 'logins']).optional(),
  DEMO_SPEED: z.coerce.number().min(1).max(1000).default(20),
});

const environmentSchema = variables.refine((env) => loopback.includes(env.HOST) || env.PUBLIC_URL !== undefined, {
  path: ['PUBLIC_URL'],
  message: 'needed when HOST lets other machines in: the address at which people reach this server',
});

export type Config = {
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Where people reach us; links in mails begin with it. `null`: http://localhost and the port that was bound. */
    readonly publicUrl: string | null;
    readonly allowedOrigins: readonly string[];
    /** Proxies in front whose X-Forwarded-For is believed. */
    readonly trustProxy: number;
    /** Compare answers with their contract, too (tests): a field that the contract does not name is a bug. */
    readonly checksAnswers: boolean;
  };
  /** Where /metrics answers on loopback; 0: a free port, null: nowhere. */
  readonly metricsPort: number | null;
  readonly logLevel: string;
  /** Keys, the embedded database, everything that must survive a restart. */
  readonly dataFolder: string;
  /** `embedded`: a PostgreSQL of our own in the data folder; `server`: somebody else's, by address. */
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'server'; readonly url: string };
  /** For reads that may be a second old; null: the same database. */
  readonly replicaUrl: string | null;
  readonly databasePool: number;
  /** null: the log goes to its fold inside this process. */
  readonly kafka: KafkaConfig | null;
  readonly redisUrl: string | null;
  /** When a settled final is announced, and how often due ones are looked for. */
  readonly finals: { readonly announcedAfterMs: number; readonly lookMs: number };
  /** The exported web app; served when it is there. */
  readonly webAppFolder: string;
  /** `isOn`: this process plays it. `hasLogins`: its logins are open. */
  readonly demo: { readonly isOn: boolean; readonly hasLogins: boolean; readonly speed: number };
  readonly accounts: AccountRules;
  readonly limits: Limits;
};

export type Environment = { readonly [name: string]: string | undefined };

/** @throws ConfigError naming every variable that is wrong. */
export const readConfig = (environment: Environment, projectFolder: string): Config => {
  const parsed = environmentSchema.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  );
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const env = parsed.data;
  const isLoopback = loopback.includes(env.HOST);
  return deepFreeze({
    http: {
      host: env.HOST,
      port: env.PORT,
      publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? null,
      allowedOrigins: env.ALLOWED_ORIGINS,
      trustProxy: env.TRUST_PROXY,
      checksAnswers: false,
    },
    metricsPort: env.METRICS_PORT,
    logLevel: env.LOG_LEVEL,
    dataFolder: env.DATA_DIR ?? join(projectFolder, '.data'),
    database: env.DATABASE_URL === undefined ? { kind: 'embedded' } : { kind: 'server', url: env.DATABASE_URL },
    replicaUrl: env.DATABASE_REPLICA_URL ?? null,
    databasePool: env.DATABASE_POOL,
    kafka: kafkaConfig(env),
    redisUrl: env.REDIS_URL ?? null,
    finals: { announcedAfterMs: env.FINAL_ANNOUNCED_AFTER_MS, lookMs: 2_000 },
    webAppFolder: env.WEB_APP_DIR ?? join(projectFolder, 'apps/mobile/dist'),
    demo: demoConfig(env.DEMO ?? (env.DATABASE_URL === undefined && isLoopback ? 'on' : 'off'), env.DEMO_SPEED),
    accounts: accountRules,
    limits: defaultLimits,
  });
};

const demoConfig = (word: 'on' | 'off' | 'logins', speed: number): Config['demo'] => ({
  isOn: word === 'on',
  hasLogins: word !== 'off',
  speed,
});

/** The doors that exist only on one's own machine: the mailbox page and the demo's logins. */
export const isLocalOnly = (config: Config): boolean =>
  config.database.kind === 'embedded' && loopback.includes(config.http.host);

export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n  ${faults.join('\n  ')}`);
    this.faults = faults;
  }
}

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
};
