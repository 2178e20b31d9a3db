/**
 * The topics, per environment: protocol.md §7 "Topics" as data. Nothing creates a topic but what is written here.
 * PostgreSQL is the truth, so a topic forgets: a log that is needed again is published again (K-8).
 */
const hours = (count: number) => count * 3_600_000;
const days = (count: number) => hours(24 * count);

type TopicShape = {
  /** What the key of a record is; a game's records stay in order because they share one. */
  readonly key: 'gameId' | 'playerId';
  /** How long a record is kept; null: compacted, the newest of a key for ever. */
  readonly retentionMs: number | null;
  /** Spread over the partitions of the environment, or one for all. */
  readonly spread: 'many' | 'one';
};

export const topicShapes = {
  'game-events': { key: 'gameId', retentionMs: days(7), spread: 'many' },
  'statistics-updates': { key: 'gameId', retentionMs: days(3), spread: 'many' },
  'game-state': { key: 'gameId', retentionMs: null, spread: 'many' },
  'player-actions': { key: 'playerId', retentionMs: days(3), spread: 'many' },
  'game-log-requests': { key: 'gameId', retentionMs: days(1), spread: 'one' },
  'game-events-dead': { key: 'gameId', retentionMs: days(14), spread: 'one' },
} as const satisfies { readonly [name: string]: TopicShape };

export type TopicName = keyof typeof topicShapes;
export const topicNames = Object.keys(topicShapes) as readonly TopicName[];

/** `local`: one broker on one's own machine. `production`: three brokers or more; an acknowledged record survives the loss of one. */
export const topicEnvironments = {
  local: { partitions: 4, replicas: 1, minInsyncReplicas: 1 },
  production: { partitions: 24, replicas: 3, minInsyncReplicas: 2 },
} as const;

export type TopicEnvironment = keyof typeof topicEnvironments;

export type Topic = {
  readonly name: TopicName;
  readonly partitions: number;
  readonly replicas: number;
  /** Settings by the names the broker gives them, all values text. */
  readonly settings: { readonly [setting: string]: string };
};

/** The largest record: a `game-set-up` event has 64 KiB, a whole result of a long game some 500 KiB. */
const maxRecordBytes = 2 * 1024 * 1024;

const settingsOf = (shape: TopicShape, minInsyncReplicas: number): Topic['settings'] => ({
  'cleanup.policy': shape.retentionMs === null ? 'compact' : 'delete',
  ...(shape.retentionMs === null ? {} : { 'retention.ms': String(shape.retentionMs) }),
  'min.insync.replicas': String(minInsyncReplicas),
  'max.message.bytes': String(maxRecordBytes),
});

export const topicsOf = (environment: TopicEnvironment): readonly Topic[] => {
  const { partitions, replicas, minInsyncReplicas } = topicEnvironments[environment];
  return topicNames.map((name) => {
    const shape: TopicShape = topicShapes[name];
    return {
      name,
      partitions: shape.spread === 'one' ? 1 : partitions,
      replicas,
      settings: settingsOf(shape, minInsyncReplicas),
    };
  });
};
