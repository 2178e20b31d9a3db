/** Where the stream stands, as gauges of `telemetry.ts`: asked for when somebody scrapes, small sets only. */
import type { Meter, ObservableGauge } from '@opentelemetry/api';
import type { Logger } from './logger.ts';

/** Where the stream stands, as numbers. */
export type StreamFigures = {
  /** null: nobody holds the lease. */
  readonly leaderId: string | null;
  readonly depth: number;
  readonly oldestAgeMs: number | null;
  readonly engineVersion: number | null;
  readonly gamesBehind: number;
  readonly eventsBehind: number;
  readonly gamesOfOlderEngine: number;
  readonly parkedGames: number;
  readonly refoldCount: number;
  /** null: there is none, or it does not answer. */
  readonly broker: {
    readonly topicLag: readonly { readonly topic: string; readonly records: number }[];
    readonly jobLagRecords: number | null;
    readonly deadLetters: number;
  } | null;
};

export const streamGauges = (meter: Meter) => {
  const gauge = (name: string, description: string): ObservableGauge =>
    meter.createObservableGauge(name, { description });
  return {
    isLeader: gauge('publisher_is_leader', '1 while this process hands the log on, else 0'),
    depth: gauge('outbox_depth', 'Events that wait to be handed on'),
    oldest: gauge('outbox_oldest_age_ms', 'Since when the oldest of them waits'),
    parked: gauge('parked_games', 'Games that cannot be handed on now'),
    refolds: gauge('refold_requests', 'Games whose whole log waits to be handed on again'),
    gamesBehind: gauge('job_lag_games', 'Games whose stored result is behind their log'),
    eventsBehind: gauge('job_lag_events', 'By how many events in all'),
    older: gauge('job_older_results', 'Games whose result an older engine made'),
    jobRecords: gauge('job_lag_records', 'Records of the log that the job had not read at its last checkpoint'),
    topicLag: gauge('consumer_lag', 'Records that this process has yet to read, by topic'),
    deadLetters: gauge('dead_letters', 'Records in the topic of what the job could not take'),
  };
};

export type StreamGauges = ReturnType<typeof streamGauges>;

/** Asks where the stream stands whenever somebody scrapes. What cannot be found out is left out: an old number would lie. */
export const streamObserved = (
  { stream: gauges, observe }: { readonly stream: StreamGauges; readonly observe: Meter['addBatchObservableCallback'] },
  log: Logger,
  { isLeading, figures: read }: { readonly isLeading: () => boolean; readonly figures: () => Promise<StreamFigures> },
): void =>
  observe(async (result) => {
    result.observe(gauges.isLeader, isLeading() ? 1 : 0);
    const figures = await read().catch((err: unknown) => {
      log.warn({ event: 'stream.unobserved', err }, 'where the stream stands could not be found out');
      return null;
    });
    if (figures === null) return;
    result.observe(gauges.depth, figures.depth);
    result.observe(gauges.oldest, figures.oldestAgeMs ?? 0);
    result.observe(gauges.parked, figures.parkedGames);
    result.observe(gauges.refolds, figures.refoldCount);
    result.observe(gauges.gamesBehind, figures.gamesBehind);
    result.observe(gauges.eventsBehind, figures.eventsBehind);
    result.observe(gauges.older, figures.gamesOfOlderEngine);
    if (figures.broker === null) return;
    for (const { topic, records } of figures.broker.topicLag) result.observe(gauges.topicLag, records, { topic });
    if (figures.broker.jobLagRecords !== null) result.observe(gauges.jobRecords, figures.broker.jobLagRecords);
    result.observe(gauges.deadLetters, figures.broker.deadLetters);
  }, Object.values(gauges));
