/**
 * Builds every part and starts them in order: database → migrations → repositories → rights → services → http. `stop` closes them
 * in reverse. Tests and benches start the same thing with another configuration.
 */
import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { presenceLastsMs } from '@bball/sync';
import pg from 'pg';
import { appendEvents } from './commands/append-events.ts';
import { makeRecentRotations, type Rotation } from './commands/recent-rotations.ts';
import type { Config } from './config/index.ts';
import { openCredentials } from './credentials/index.ts';
import { allEndpoints } from './http/index.ts';
import { allPages } from './http/pages.ts';
import { makeServer } from './http/server.ts';
import { uuidv7 } from './ids.ts';
import { makeLimiter } from './limiter.ts';
import type { Logger } from './logger.ts';
import type { Parts, World } from './parts.ts';
import { makeGameDoor } from './queries/game-door.ts';
import { getActor } from './queries/get-actor.ts';
import type { SessionFacts } from './queries/session-facts.ts';
import { hearAccessChanges } from './repositories/access-changes.ts';
import { makeRepositories } from './repositories/all.ts';
import { makeCardVersions } from './repositories/card-versions.ts';
import { openDatabase, workingRole } from './repositories/database.ts';
import { makeDemoGames } from './repositories/demo-games.ts';
import { openLogPool } from './repositories/log-pool.ts';
import { migrate, migrationsFolder, readMigrations } from './repositories/migrations.ts';
import { openStore } from './repositories/postgres/store.ts';
import { openLeasePool } from './repositories/publisher-lease.ts';
import { makeChannel } from './repositories/redis/channel.ts';
import { noRedis, openRedis, type Redis } from './repositories/redis/connection.ts';
import { makeLiveCache } from './repositories/redis/live-cache.ts';
import { makeShared } from './repositories/redis/shared.ts';
import { makeSharedPresence } from './repositories/redis/shared-presence.ts';
import { openReplica } from './repositories/replica.ts';
import { startServices } from './services.ts';
import { makeKafkaStream } from './streaming/kafka-stream.ts';
import { makeLogReader } from './streaming/replica-reads.ts';
import { makeStream } from './streaming/stream.ts';
import { makeTelemetry, queryRan, redisCame, redisFailed, redisWent, type Telemetry } from './telemetry.ts';

export type Api = {
  readonly url: string;
  readonly metricsUrl: string | null;
  readonly parts: Parts;
  readonly stop: () => Promise<void>;
};

type Stop = () => Promise<void> | void;

export const startApi = async (config: Config, log: Logger, world: World): Promise<Api> => {
  const stops: Stop[] = [];
  // A part that cannot stop must not keep the others running, the database least of all.
  const stop = async (): Promise<void> => {
    for (const close of stops.splice(0).reverse()) {
      try {
        await close();
      } catch (err) {
        log.error({ event: 'api.stop-failed', err }, 'a part did not stop in order; the rest is being stopped');
      }
    }
  };
  try {
    return { ...(await compose(config, log, world, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const compose = async (config: Config, log: Logger, world: World, stops: Stop[]): Promise<Omit<Api, 'stop'>> => {
  const telemetry = makeTelemetry(config.metricsPort !== null);
  stops.push(telemetry.close);

  const store = await openStore(config);
  stops.push(store.stop);
  let serve: RequestListener = notReady;
  const http = createServer((request, response) => serve(request, response));
  stops.push(() => closeServer(http));
  const url = await listenAt(http, config);
  const role = await bringUpToDate(store.url, log);

  const onError = (err: Error): void =>
    log.warn({ event: 'database.connection-lost', err }, 'a database connection broke');
  const database = openDatabase({
    url: store.url,
    poolSize: config.databasePool,
    role,
    onError,
    timing: {
      monotonicMs: world.monotonicMs,
      onQuery: (durationMs, through) => queryRan(telemetry, durationMs, through),
    },
  });
  stops.push(database.close);

  const accessChanges = await hearAccessChanges({ database, url: store.url, log });
  stops.push(accessChanges.stop);

  const replica =
    config.replicaUrl === null
      ? null
      : await openReplica({
          url: config.replicaUrl,
          poolSize: config.databasePool,
          role,
          onError,
          primary: database.pool,
          monotonicMs: world.monotonicMs,
        });
  if (replica !== null) stops.push(replica.close);

  const redis = await reachRedis(config, log, telemetry);
  stops.push(redis.close);

  const logPool = openLogPool({ url: store.url, size: config.databasePool, role, durability: 'strict', onError });
  stops.push(() => logPool.end());
  const followPool = openLogPool({ url: store.url, size: 4, role, durability: 'relaxed', onError });
  stops.push(() => followPool.end());
  const newId = (): string => uuidv7(world.nowMs(), world.randomBytes(16));
  const leasePool = openLeasePool({ url: store.url, role, onError });
  stops.push(() => leasePool.end());
  const streamParts = { pool: logPool, followPool, leasePool, log, telemetry, newId, monotonicMs: world.monotonicMs };
  const stream =
    config.kafka === null
      ? makeStream({ ...streamParts, isAlone: config.database.kind === 'embedded' })
      : makeKafkaStream({
          ...streamParts,
          kafka: config.kafka,
          cache: makeLiveCache(redis),
          replica,
          databaseUrl: store.url,
        });

  const repositories = makeRepositories(database, replica);
  const credentials = await openCredentials(config, world);
  const limiter = makeLimiter({ limits: config.limits, redis, nowMs: world.nowMs });
  const access = {
    accounts: repositories.accounts,
    accessChanges,
    rules: config.accounts,
    nowMs: world.nowMs,
  };
  const door = makeGameDoor({
    games: repositories.nouns.games,
    relations: repositories.relations,
    accessChanges,
    nowMs: world.nowMs,
  });
  const append = appendEvents({
    door,
    limiter,
    gameLog: stream.gameLog,
    isCrowded: stream.isCrowded,
    onCommitted: stream.committed,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    nowMs: world.nowMs,
    random: () => (world.randomBytes(1)[0] ?? 0) / 256,
  });
  const among = { redis, processId: newId() };
  const parts: Parts = {
    ...world,
    config,
    log,
    telemetry,
    limiter,
    database,
    repositories,
    credentials,
    redis,
    sharedPresence: makeSharedPresence({ ...among, lastsMs: presenceLastsMs }),
    clocks: makeChannel(among, 'clock/1'),
    rotations: makeRecentRotations({
      ...access,
      keys: credentials.keys,
      sharedRotations: makeShared<Rotation>(redis, 'rotation/1', config.accounts.believedMs),
    }),
    actorOfToken: getActor({
      ...access,
      accessTokens: credentials.accessTokens,
      sharedFacts: makeShared<SessionFacts>(redis, 'session/1', config.accounts.believedMs),
    }),
    accessChanges,
    door,
    cardVersions: makeCardVersions(database.pool, store.url, onError),
    demoGames: makeDemoGames(database.pool),
    stream,
    logReader: makeLogReader(stream.gameLog, replica),
    append,
    newId,
    publicUrl: () => config.http.publicUrl ?? url,
  };

  const services = await startServices(parts, http);
  stops.push(services.stop);
  const endpoints = allEndpoints(parts);
  serve = makeServer({
    ...parts,
    endpoints,
    pages: allPages(parts, endpoints),
    randomHex: (bytes) => Buffer.from(world.randomBytes(bytes)).toString('hex'),
  });
  stops.push(() => closeServer(http));
  stops.push(services.leave);
  const metricsUrl = await serveMetrics(parts, stops);
  return { url, metricsUrl, parts };
};

const reachRedis = async ({ redisUrl }: Config, log: Logger, telemetry: Telemetry): Promise<Redis> =>
  redisUrl === null
    ? noRedis
    : openRedis({
        url: redisUrl,
        onAway: (error) => redisWent(telemetry, log, error),
        onThere: () => redisCame(telemetry, log),
        onFailed: (error) => redisFailed(telemetry, log, error),
      });

const bringUpToDate = async (url: string, log: Logger): Promise<string | null> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const fresh = await migrate(client, await readMigrations(migrationsFolder));
    if (fresh.length > 0)
      log.info({ event: 'database.migrated', migrations: fresh }, 'brought the database up to date');
    const role = await workingRole(client);
    if (role === null)
      log.warn(
        { event: 'database.no-role' },
        'works as the owner of the tables: the audit is not protected from the API itself',
      );
    return role;
  } finally {
    await client.end();
  }
};

/** The port is taken at once, so that a taken one is known before anything is changed; until all stands it asks for patience. */
const listenAt = async (http: Server, { http: { port, host } }: Config): Promise<string> => {
  const bound = await listen(http, port, host);
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}`;
};

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/plain' }).end('starting');
};

const listen = (http: Server, port: number, host: string): Promise<number> =>
  new Promise((bound, failed) => {
    http.once('error', failed);
    http.listen(port, host, () => {
      http.off('error', failed);
      const address = http.address();
      bound(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Lets running requests end, within 3 s; a connection that has had its answer is closed and not kept for the next request. */
const closeServer = (http: Server): Promise<void> =>
  new Promise((closed) => {
    const deadline = setTimeout(() => http.closeAllConnections(), 3_000);
    const idle = setInterval(() => http.closeIdleConnections(), 50);
    http.close(() => {
      clearTimeout(deadline);
      clearInterval(idle);
      closed();
    });
    http.closeIdleConnections();
  });

/** On its own port and on loopback only. A taken port costs the numbers, not the start. */
const serveMetrics = async ({ telemetry, config, log }: Parts, stops: Stop[]): Promise<string | null> => {
  const { exporter } = telemetry;
  if (exporter === null || config.metricsPort === null) return null;
  const server = createServer((request, response) => {
    if (request.url === '/metrics') exporter.getMetricsRequestHandler(request, response);
    else response.writeHead(404).end();
  });
  try {
    const port = await listen(server, config.metricsPort, '127.0.0.1');
    stops.push(() => closeServer(server));
    return `http://localhost:${port}/metrics`;
  } catch (err) {
    log.warn(
      { event: 'metrics.no-port', port: config.metricsPort, err },
      'the port for metrics is taken: they are not served',
    );
    return null;
  }
};
