/**
 * One function per operational event; each feeds the log and the metric together. Metrics carry small sets only (method, route,
 * outcome), never ids; ids go to the log.
 * To add one: an instrument in `makeTelemetry`, a function below it.
 */
import { type Counter, type Gauge, type Histogram, type Meter, ValueType } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import type { Logger } from './logger.ts';
import { type StreamGauges, streamGauges } from './stream-gauges.ts';

export type Telemetry = {
  readonly requestMs: Histogram;
  readonly queryMs: Histogram;
  readonly appendMs: Histogram;
  readonly appendedEvents: Counter;
  readonly foldMs: Histogram;
  readonly publishedRows: Counter;
  readonly storedResults: Counter;
  readonly parkedGames: Counter;
  readonly fanOutMs: Histogram;
  readonly fannedOut: Counter;
  readonly problems: Counter;
  readonly signIns: Counter;
  readonly refreshes: Counter;
  readonly mails: Counter;
  readonly announcedFinals: Counter;
  readonly contradictedFinals: Gauge;
  readonly redisIsThere: Gauge;
  readonly redisFailures: Counter;
  readonly stream: StreamGauges;
  readonly observe: Meter['addBatchObservableCallback'];
  /** Writes what /metrics answers; null when no port was asked for. */
  readonly exporter: PrometheusExporter | null;
  readonly close: () => Promise<void>;
};

const msBuckets = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096];

/** @param isServed whether somebody will ask for the numbers; otherwise they are measured and forgotten */
export const makeTelemetry = (isServed: boolean): Telemetry => {
  const exporter = isServed ? new PrometheusExporter({ preventServerStart: true }) : null;
  const provider = new MeterProvider({ readers: exporter === null ? [] : [exporter] });
  const meter = provider.getMeter('basketball-tracker');
  const histogram = (name: string, description: string) =>
    meter.createHistogram(name, {
      description,
      unit: 'ms',
      valueType: ValueType.DOUBLE,
      advice: { explicitBucketBoundaries: msBuckets },
    });
  const counter = (name: string, description: string) =>
    meter.createCounter(name, { description, valueType: ValueType.INT });
  return {
    requestMs: histogram('http_request_duration_ms', 'From the request to the end of its answer'),
    queryMs: histogram('db_query_duration_ms', 'One query, as Prisma or pg saw it'),
    appendMs: histogram('append_duration_ms', 'One call of append_events'),
    appendedEvents: counter('appended_events', 'Answers to sent events, by outcome'),
    foldMs: histogram('fold_duration_ms', 'Folding one batch of a game'),
    publishedRows: counter('published_events', 'Rows of the outbox that were handed on'),
    storedResults: counter('stored_results', 'Whole results offered to the store, by outcome'),
    parkedGames: counter('game_parkings', 'Games that could not be handed on, by reason'),
    fanOutMs: histogram('fan_out_duration_ms', 'From the folded delta to the last socket it was handed to'),
    fannedOut: counter('fanned_out_messages', 'Messages handed to sockets'),
    problems: counter('problems', 'Refusals, by code'),
    signIns: counter('sign_ins', 'Sign-ins, by outcome'),
    refreshes: counter('refreshes', 'Refreshes, by outcome'),
    redisIsThere: meter.createGauge('redis_is_there', {
      description: '1 while this process and Redis hear each other, else 0',
      valueType: ValueType.INT,
    }),
    redisFailures: counter(
      'redis_failures',
      'What Redis did not answer: losses of the connection, and single questions',
    ),
    mails: counter('mails', 'Mails, by outcome'),
    announcedFinals: counter('announced_finals', 'Announced final scores: new ones, and corrected ones'),
    contradictedFinals: meter.createGauge('contradicted_finals', {
      description: 'Standing finals whose score the newest fold of the log contradicts',
      valueType: ValueType.INT,
    }),
    stream: streamGauges(meter),
    observe: (...asked) => meter.addBatchObservableCallback(...asked),
    exporter,
    close: () => provider.shutdown(),
  };
};

type RequestServed = {
  readonly traceId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly problem: string | null;
  readonly durationMs: number;
};

export const requestServed = (telemetry: Telemetry, log: Logger, fact: RequestServed): void => {
  telemetry.requestMs.record(fact.durationMs, { method: fact.method, route: fact.route, status: fact.status });
  if (fact.problem !== null) telemetry.problems.add(1, { code: fact.problem });
  log.debug({ event: 'http.served', ...fact, durationMs: Math.round(fact.durationMs * 10) / 10 }, 'answered a request');
};

export const queryRan = (telemetry: Telemetry, durationMs: number, through: 'prisma' | 'pg'): void =>
  telemetry.queryMs.record(durationMs, { through });

export const eventsAppended = (
  telemetry: Telemetry,
  log: Logger,
  fact: {
    readonly gameId: string;
    readonly outcomes: { readonly [outcome: string]: number };
    readonly headSeq: number;
    readonly durationMs: number;
  },
): void => {
  telemetry.appendMs.record(fact.durationMs);
  for (const [outcome, count] of Object.entries(fact.outcomes)) telemetry.appendedEvents.add(count, { outcome });
  log.debug({ event: 'log.appended', ...fact }, 'appended events');
};

export const gameFolded = (
  telemetry: Telemetry,
  log: Logger,
  fact: { readonly gameId: string; readonly revision: number; readonly events: number; readonly durationMs: number },
): void => {
  telemetry.foldMs.record(fact.durationMs);
  log.debug({ event: 'fold.folded', ...fact }, 'folded a game');
};

export const deltaFannedOut = (
  telemetry: Telemetry,
  fact: { readonly sockets: number; readonly durationMs: number },
): void => {
  telemetry.fanOutMs.record(fact.durationMs);
  telemetry.fannedOut.add(fact.sockets);
};

export const signInTried = (
  telemetry: Telemetry,
  log: Logger,
  fact: {
    readonly outcome: 'done' | 'failed' | 'limited' | 'busy';
    readonly userId: string | null;
    readonly sessionId: string | null;
  },
): void => {
  telemetry.signIns.add(1, { outcome: fact.outcome });
  log.info({ event: 'session.sign-in', ...fact }, 'somebody tried to sign in');
};

export const sessionRefreshed = (
  telemetry: Telemetry,
  log: Logger,
  fact: {
    readonly outcome: 'rotate' | 'same' | 'repeat' | 'repeat-lost' | 'reuse' | 'unknown' | 'ended';
    readonly sessionId: string | null;
  },
): void => {
  telemetry.refreshes.add(1, { outcome: fact.outcome });
  if (fact.outcome === 'reuse')
    log.warn({ event: 'session.reuse', ...fact }, 'a spent refresh token came back: the session was ended');
  else log.debug({ event: 'session.refresh', ...fact }, 'a session was refreshed');
};

export const mailHandled = (
  telemetry: Telemetry,
  log: Logger,
  fact: { readonly mailId: string; readonly kind: string; readonly outcome: 'sent' | 'failed' },
): void => {
  telemetry.mails.add(1, { kind: fact.kind, outcome: fact.outcome });
  log.info({ event: 'mail.handled', ...fact }, 'handled a mail');
};

export const outboxPublished = (
  telemetry: Telemetry,
  log: Logger,
  fact: { readonly rows: number; readonly games: number },
): void => {
  telemetry.publishedRows.add(fact.rows);
  log.trace({ event: 'outbox.published', ...fact }, 'handed events on');
};

export const resultStored = (
  telemetry: Telemetry,
  log: Logger,
  fact: { readonly gameId: string; readonly revision: number; readonly outcome: 'written' | 'older' | 'beyond-head' },
): void => {
  telemetry.storedResults.add(1, { outcome: fact.outcome });
  if (fact.outcome === 'beyond-head')
    log.error({ event: 'result.beyond-head', ...fact }, 'a result is ahead of its log');
  else log.debug({ event: 'result.stored', ...fact }, 'offered a result to the store');
};

/** Alarms: one game cannot be handed on (its fold fails, the broker refuses a record). The other games go on. */
export const gameParked = (
  telemetry: Telemetry,
  log: Logger,
  { gameId, because, cause }: { readonly gameId: string; readonly because: string; readonly cause?: unknown },
): void => {
  telemetry.parkedGames.add(1, { because });
  log.error({ event: 'stream.game-parked', gameId, because, err: cause }, 'a game cannot be handed on: it is parked');
};

export const sweepAsked = (log: Logger, games: number): void =>
  log.info({ event: 'sweep.asked', games }, 'games lag behind their logs: folding them again');

/** What waits and is tried again: the database was away, a lease was lost. */
export const streamTroubled = (log: Logger, err: unknown): void =>
  log.warn({ event: 'stream.trouble', err }, 'something on the way from log to viewers failed; trying again');

export const liveTroubled = (log: Logger, err: unknown): void =>
  log.warn({ event: 'live.trouble', err }, 'something about the sockets failed; viewers ask again');

/** Counts, sessions and presence are each process’s own until it comes back; that is tried all the time. */
export const redisWent = (telemetry: Telemetry, log: Logger, err: unknown): void => {
  telemetry.redisIsThere.record(0);
  telemetry.redisFailures.add(1, { what: 'connection' });
  log.warn({ event: 'redis.away', err }, 'Redis is away: this process goes on by itself');
};

export const redisCame = (telemetry: Telemetry, log: Logger): void => {
  telemetry.redisIsThere.record(1);
  log.info({ event: 'redis.there' }, 'Redis is there: counts, sessions and presence are shared');
};

export const redisFailed = (telemetry: Telemetry, log: Logger, err: unknown): void => {
  telemetry.redisFailures.add(1, { what: 'question' });
  log.debug({ event: 'redis.failed', err }, 'Redis did not answer a question: gone on without');
};

export const demoSeeded = (log: Logger): void =>
  log.info({ event: 'demo.seeded' }, 'the games of the demo are there; one is played live');

export const demoEnded = (log: Logger, err: unknown): void =>
  log.warn({ event: 'demo.trouble', err }, 'the demo met a difficulty');

type FinalFact = { readonly gameId: string; readonly finalEventId: string };

export const finalAnnounced = (
  telemetry: Telemetry,
  log: Logger,
  fact: FinalFact & { readonly announcedAs: 'final' | 'corrected' },
): void => {
  telemetry.announcedFinals.add(1, { announcedAs: fact.announcedAs });
  log.info({ event: 'final.announced', ...fact }, 'announced a final score');
};

/** Alarms: a newer engine counts another score than the official one, which only people change (F-4). */
export const finalsContradicted = (telemetry: Telemetry, log: Logger, finals: readonly FinalFact[]): void => {
  telemetry.contradictedFinals.record(finals.length);
  for (const { gameId, finalEventId } of finals)
    log.error(
      { event: 'final.contradicted', gameId, finalEventId },
      'the log adds up to another score than the official one',
    );
};

export const seasonTableMade = (
  log: Logger,
  fact: { readonly seasonId: string; readonly games: number; readonly durationMs: number },
): void => log.debug({ event: 'season.table-made', ...fact }, 'made the table of a season anew');
