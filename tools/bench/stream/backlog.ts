/** Logs of many games written into game-events as fast as the broker takes them, and the rows in PostgreSQL that a result needs. */
import { randomUUID } from 'node:crypto';
import { simulateGame } from '@bball/engine/testing';
import { databaseUrl } from '@bball/stack/addresses';
import type { Place } from '@bball/stack/place';
import { connectionOf } from '@bball/stack/topics/connection';
import {
  Admin,
  compatibilityPartitioner,
  ListOffsetTimestamps,
  ProduceAcks,
  Producer,
  stringSerializers,
} from '@platformatic/kafka';
import pg from 'pg';

export type Backlog = {
  readonly games: number;
  /** Of each game. */
  readonly events: number;
  /** So many games at once: when all their events are written, the next ones follow. */
  readonly together: number;
};

const topic = 'game-events';
/** A set-up has some 4 KB, and the batch of a partition must stay below the 2 MiB that its topic takes. */
const batchRecords = 1_000;
const patterns = 20;
/** As the publisher has it: a broker that is busy is waited for. */
const patience = { retries: true, retryDelay: 250, connectTimeout: 5_000, requestTimeout: 30_000 } as const;

type Halves = readonly [before: string, after: string];

/** The first so many events of a simulated game as text, without what is of one game: its id. Null: the game was shorter. */
const patternOf = (seed: number, events: number): readonly Halves[] | null => {
  const log = simulateGame({ seed: `backlog ${seed}`, ruleSet: 'nba-2025' });
  if (log.length < events) return null;
  return log.slice(0, events).map((event) => {
    const [before = '', after = ''] = JSON.stringify({ ...event, gameId: '%' }).split('%');
    return [before, after];
  });
};

/** Some different games that are long enough. */
const patternsOf = (events: number): readonly (readonly Halves[])[] => {
  const found: (readonly Halves[])[] = [];
  for (let seed = 0; found.length < patterns; seed += 1) {
    const pattern = patternOf(seed, events);
    if (pattern !== null) found.push(pattern);
  }
  return found;
};

function* recordsOf({ games, events, together }: Backlog, ids: readonly string[]) {
  const logs = patternsOf(events);
  for (let from = 0; from < games; from += together) {
    for (let seq = 0; seq < events; seq += 1) {
      for (let game = from; game < Math.min(games, from + together); game += 1) {
        const [before, after] = logs[game % patterns]![seq]!;
        yield { topic, key: ids[game]!, value: before + ids[game]! + after };
      }
    }
  }
}

const truncate = async (admin: Admin): Promise<void> => {
  const metadata = await admin.metadata({ topics: [topic] });
  const count = metadata.topics.get(topic)?.partitionsCount ?? 0;
  const partitions = Array.from({ length: count }, (_, partitionIndex) => ({
    partitionIndex,
    timestamp: ListOffsetTimestamps.LATEST,
  }));
  const [listed] = await admin.listOffsets({ topics: [{ name: topic, partitions }] });
  const deleted = (listed?.partitions ?? []).map(({ partitionIndex, offset }) => ({
    partition: partitionIndex,
    offset,
  }));
  await admin.deleteRecords({ topics: [{ name: topic, partitions: deleted }] });
};

/** Replaces whatever was in the topic. */
export const writeBacklog = async (place: Place, backlog: Backlog): Promise<void> => {
  const connection = { ...connectionOf({ KAFKA_BROKERS: `127.0.0.1:${place.port('kafka')}` }), ...patience };
  const admin = new Admin(connection);
  await truncate(admin);
  await admin.close();
  const ids = Array.from({ length: backlog.games }, () => randomUUID());
  await prepareGames(databaseUrl(place), ids, backlog.events);
  const producer = new Producer({
    ...connection,
    serializers: stringSerializers,
    partitioner: compatibilityPartitioner,
    idempotent: true,
    acks: ProduceAcks.ALL,
  });
  try {
    let messages = [];
    for (const record of recordsOf(backlog, ids)) {
      messages.push(record);
      if (messages.length < batchRecords) continue;
      await producer.send({ messages });
      messages = [];
    }
    if (messages.length > 0) await producer.send({ messages });
  } finally {
    await producer.close();
  }
};

/** A result is refused beyond the head of its log, and of a game that is not there. */
const prepareGames = async (url: string, ids: readonly string[], events: number): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const teams = [randomUUID(), randomUUID()];
  await client.query(
    `insert into teams (id, name, short_name, age_group, visibility, created_at, updated_at)
     select id, 'Bench', 'BEN', 'adult', 'public', now(), now() from unnest($1::uuid[]) as t(id)`,
    [teams],
  );
  await client.query(
    `insert into games (id, host_team_id, home_team_id, away_team_id, visibility, rule_set, tracked, created_at, updated_at)
     select id, $2, $2, $3, 'public', 'nba-2025', '{}', now(), now() from unnest($1::uuid[]) as g(id)`,
    [ids, ...teams],
  );
  await client.query('insert into game_heads (game_id, last_seq) select id, $2 from unnest($1::uuid[]) as g(id)', [
    ids,
    events,
  ]);
  await client.end();
};

/** As if no job had ever run: nothing stored, nothing remembered of what was read. */
export const forgetResults = async (place: Place): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl(place) });
  await client.connect();
  await client.query('truncate game_results, player_lines, team_lines');
  await client.end();
  const admin = new Admin(connectionOf({ KAFKA_BROKERS: `127.0.0.1:${place.port('kafka')}` }));
  await admin.deleteGroups({ groups: ['live-stats'] }).catch(() => {});
  await admin.close();
};
