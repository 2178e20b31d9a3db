/**
 * What the broker knows of who is how far: this process in its topics, the job in the log, and how many dead letters lie there.
 * Invariant: whoever asks is answered within seconds, also when the broker is away (then with null).
 */

import { type TopicName, topicNames } from '@bball/contracts';
import { Admin, ListOffsetTimestamps } from '@platformatic/kafka';
import type { Connection } from './connection.ts';

export type BrokerFigures = {
  readonly topicLag: readonly { readonly topic: string; readonly records: number }[];
  /** null: the job has committed nothing yet. */
  readonly jobLagRecords: number | null;
  readonly deadLetters: number;
};

/** `topic:partition` → the offset that is read next. */
export type Positions = ReadonlyMap<string, bigint>;

type Deps = {
  readonly connection: Connection;
  /** How far this process has read. */
  readonly positions: () => Positions;
  readonly onTrouble: (error: unknown) => void;
};

const jobGroup = 'live-stats';
const logTopic: TopicName = 'game-events';
export const deadTopic: TopicName = 'game-events-dead';
/** Nobody waits longer for a number. */
export const impatience = { retries: 1, retryDelay: 100, connectTimeout: 1_000, requestTimeout: 2_000 } as const;

export const makeBrokerFigures = ({ connection, positions, onTrouble }: Deps) => {
  let admin: Admin | null = null;

  const offsetsOf = async (at: bigint, open: Admin): Promise<Positions> => {
    const { topics } = await open.metadata({ topics: [...topicNames] });
    const asked = [...topics].map(([name, { partitionsCount }]) => ({
      name,
      partitions: Array.from({ length: partitionsCount }, (_, partitionIndex) => ({ partitionIndex, timestamp: at })),
    }));
    const listed = await open.listOffsets({ topics: asked });
    return new Map(
      listed.flatMap(({ name, partitions }) =>
        partitions.map(({ partitionIndex, offset }) => [`${name}:${partitionIndex}`, offset] as const),
      ),
    );
  };

  const ofJob = async (open: Admin): Promise<Positions> => {
    const [group] = await open.listConsumerGroupOffsets({ groups: [jobGroup] });
    return new Map(
      (group?.topics ?? []).flatMap(({ name, partitions }) =>
        partitions
          .filter(({ committedOffset }) => committedOffset >= 0n)
          .map(({ partitionIndex, committedOffset }) => [`${name}:${partitionIndex}`, committedOffset] as const),
      ),
    );
  };

  const figures = async (open: Admin): Promise<BrokerFigures> => {
    const [ends, begins, job] = await Promise.all([
      offsetsOf(ListOffsetTimestamps.LATEST, open),
      offsetsOf(ListOffsetTimestamps.EARLIEST, open),
      ofJob(open),
    ]);
    const mine = positions();
    const read = new Set([...mine.keys()].map(topicOf));
    return {
      topicLag: [...read].sort().map((topic) => ({ topic, records: behind(topic, mine, ends) })),
      jobLagRecords: job.size === 0 ? null : behind(logTopic, job, ends),
      deadLetters: behind(deadTopic, begins, ends),
    };
  };

  return {
    now: async (): Promise<BrokerFigures | null> => {
      admin ??= new Admin({ ...connection, ...impatience });
      try {
        return await figures(admin);
      } catch (error) {
        onTrouble(error);
        await admin?.close().catch(() => {});
        admin = null;
        return null;
      }
    },
    stop: async (): Promise<void> => {
      await admin?.close().catch(() => {});
    },
  };
};

const topicOf = (key: string): string => key.slice(0, key.lastIndexOf(':'));

/** How many records lie between the two, over the partitions that the first one knows. */
const behind = (topic: string, from: Positions, ends: Positions): number => {
  let records = 0n;
  for (const [key, offset] of from) {
    const end = ends.get(key) ?? offset;
    if (topicOf(key) === topic && end > offset) records += end - offset;
  }
  return Number(records);
};
