/**
 * Reads `game-events-dead` for people, on demand: the topic keeps them for 14 days, so nobody else has to (decision 0022).
 * Invariants: a look is bounded in records and bytes; it joins no group and moves no offset; the bytes are handed on as they are.
 */
import { Admin, Consumer, ListOffsetTimestamps } from '@platformatic/kafka';
import { deadTopic, impatience } from './broker-figures.ts';
import type { Connection } from './connection.ts';

export type DeadLetterRecord = {
  readonly partition: number;
  readonly offset: number;
  readonly atMs: number;
  /** null: the key is no id of a game. */
  readonly gameId: string | null;
  readonly value: Buffer;
  readonly headers: ReadonlyMap<string, string>;
};

export type DeadLetters = {
  /** Newest first, only offsets below `before`; null: the broker does not answer. */
  readonly newest: (limit: number, before: number | null) => Promise<readonly DeadLetterRecord[] | null>;
  /** `undefined`: there is no such record (any more). */
  readonly find: (partition: number, offset: number) => Promise<DeadLetterRecord | undefined | null>;
};

/** The topic has one partition by its shape. */
const partition = 0;
const mostBytes = 4 * 1024 * 1024;

export const makeDeadLetters = (connection: Connection, onTrouble: (error: unknown) => void): DeadLetters => {
  const hurried = { ...connection, ...impatience };

  const bounds = async (): Promise<{ readonly first: bigint; readonly end: bigint }> => {
    const admin = new Admin(hurried);
    const at = async (timestamp: bigint): Promise<bigint> => {
      const [topic] = await admin.listOffsets({
        topics: [{ name: deadTopic, partitions: [{ partitionIndex: partition, timestamp }] }],
      });
      return topic?.partitions[0]?.offset ?? 0n;
    };
    try {
      return { first: await at(ListOffsetTimestamps.EARLIEST), end: await at(ListOffsetTimestamps.LATEST) };
    } finally {
      await admin.close().catch(() => {});
    }
  };

  /** From here on, as far as one answer of the broker goes. */
  const fetchFrom = async (offset: bigint): Promise<readonly DeadLetterRecord[]> => {
    const consumer = new Consumer({ ...hurried, groupId: `dead-letters-${connection.clientId}` });
    try {
      const topic = (await consumer.metadata({ topics: [deadTopic] })).topics.get(deadTopic);
      if (topic === undefined) return [];
      const asked = {
        partition,
        fetchOffset: offset,
        partitionMaxBytes: mostBytes,
        currentLeaderEpoch: -1,
        lastFetchedEpoch: -1,
      };
      const response = await consumer.fetch({
        node: topic.partitions[partition]!.leader,
        topics: [{ topicId: topic.id, partitions: [asked] }],
        minBytes: 1,
        maxBytes: mostBytes,
        maxWaitTime: 200,
      });
      return recordsOf(response);
    } finally {
      await consumer.close(true).catch(() => {});
    }
  };

  const between = async (from: bigint, to: bigint): Promise<readonly DeadLetterRecord[]> => {
    const found: DeadLetterRecord[] = [];
    for (let next = from; next < to; ) {
      const page = (await fetchFrom(next)).filter(({ offset }) => offset >= next && offset < to);
      const last = page.at(-1);
      if (last === undefined) break;
      found.push(...page);
      next = BigInt(last.offset) + 1n;
    }
    return found;
  };

  const asked = async <Value>(work: () => Promise<Value>): Promise<Value | null> => {
    try {
      return await work();
    } catch (error) {
      onTrouble(error);
      return null;
    }
  };

  return {
    newest: (limit, before) =>
      asked(async () => {
        const { first, end } = await bounds();
        const to = before === null || BigInt(before) > end ? end : BigInt(before);
        const from = to - BigInt(limit) > first ? to - BigInt(limit) : first;
        return [...(await between(from, to))].reverse();
      }),
    find: (wanted, offset) =>
      asked(async () => {
        const { first, end } = await bounds();
        const isThere = wanted === partition && BigInt(offset) >= first && BigInt(offset) < end;
        return isThere ? (await between(BigInt(offset), BigInt(offset) + 1n))[0] : undefined;
      }),
  };
};

type FetchResponse = Awaited<ReturnType<Consumer['fetch']>>;

const recordsOf = ({ responses }: FetchResponse): readonly DeadLetterRecord[] =>
  responses.flatMap(({ partitions }) =>
    partitions.flatMap(({ partitionIndex, records: batches }) =>
      (batches ?? []).flatMap(({ firstOffset, firstTimestamp, records }) =>
        records.map(({ offsetDelta, timestampDelta, key, value, headers }) => ({
          partition: partitionIndex,
          offset: Number(firstOffset) + offsetDelta,
          atMs: Number(firstTimestamp + timestampDelta),
          gameId: gameIdOf(key),
          value: value ?? Buffer.alloc(0),
          headers: new Map(headers.map(([name, content]) => [String(name), String(content ?? '')])),
        })),
      ),
    ),
  );

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const gameIdOf = (key: Buffer | null): string | null => {
  const text = String(key ?? '');
  return uuid.test(text) ? text : null;
};
