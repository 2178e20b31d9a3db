/** K-7 against a real broker: what it refuses, it refuses for one game. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestBroker, type TestBroker, type TestDatabase, testDatabase } from '@bball/test-kit';
import { Admin, ConfigResourceTypes, IncrementalAlterConfigOperationTypes } from '@platformatic/kafka';
import type pg from 'pg';
import { eventually } from '../../testing/eventually.ts';
import { insertGame, judged, type SimulatedGame, simulated } from '../../testing/log-fixtures.ts';
import { makeLogger } from '../logger.ts';
import { openLogPool } from '../repositories/log-pool.ts';
import { makeTelemetry } from '../telemetry.ts';
import { connectionOf } from './kafka/connection.ts';
import { readTopics } from './kafka/read-topic.ts';
import { makeKafkaStream } from './kafka-stream.ts';
import type { Stream } from './stream.ts';

let broker: TestBroker;
let database: TestDatabase;
let pool: pg.Pool;
let stream: Stream;
const logged: string[] = [];
const published = new Map<string, Set<number>>();
let watch: ReturnType<typeof readTopics>;
const kafka = () => ({ brokers: [broker.address], login: null, authority: null });

before(async () => {
  [broker, database] = await Promise.all([startTestBroker(2_400), testDatabase()]);
  pool = openLogPool({ url: database.url, size: 10, role: database.role, durability: 'strict', onError: () => {} });
  watch = readTopics({
    connection: connectionOf(kafka(), 'the-test'),
    groupId: 'the-test',
    topics: {
      'game-events': ({ key, value }) => {
        const { seq } = JSON.parse(value) as { readonly seq: number };
        published.set(key, (published.get(key) ?? new Set()).add(seq));
      },
    },
    onTrouble: () => {},
  });
  await watch.start();
  stream = makeKafkaStream({
    pool,
    followPool: pool,
    leasePool: pool,
    kafka: kafka(),
    cache: { result: async () => null },
    replica: null,
    databaseUrl: database.url,
    log: makeLogger({ level: 'error', destination: { write: (line: string) => void logged.push(line) } as never }),
    telemetry: makeTelemetry(false),
    newId: () => '00000000-0000-7000-8000-000000000001',
    monotonicMs: () => performance.now(),
  });
  await stream.start({ isWatched: () => false, delta: () => {}, grew: () => {} });
});
after(async () => {
  await stream?.stop();
  await watch?.stop();
  await pool?.end();
  await database?.close();
  await broker?.stop();
});

const largestRecord = async (bytes: number): Promise<void> => {
  const admin = new Admin(connectionOf(kafka(), 'the-test'));
  await admin.incrementalAlterConfigs({
    resources: [
      {
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: 'game-events',
        configs: [
          {
            name: 'max.message.bytes',
            value: String(bytes),
            configOperation: IncrementalAlterConfigOperationTypes.SET,
          },
        ],
      },
    ],
    validateOnly: false,
  });
  await admin.close();
};

const newGame = async (seed: string): Promise<SimulatedGame> => {
  const game = simulated(seed);
  await insertGame(database.pool, game.gameId, game.teamIds);
  return game;
};

const send = async ({ gameId }: SimulatedGame, events: readonly unknown[]): Promise<void> => {
  const outcome = await stream.gameLog.append({
    gameId,
    events: events.map((event) => judged(event, gameId)),
    principal: 'user:1',
    source: 'device',
  });
  assert.equal(outcome.kind, 'answered');
  stream.committed(gameId, []);
};

const waiting = async (gameId: string): Promise<number> =>
  (await pool.query('select count(*)::int as n from outbox where game_id = $1', [gameId])).rows[0].n;

const isPublished = (game: SimulatedGame, through: number) =>
  eventually(() => assert.equal(published.get(game.gameId)?.size ?? 0, through), 15_000);

test('K-7: a record that is too large parks its game whole, the others go on, and it is published once it may be larger', async () => {
  const [large, small] = [await newGame('with a long sheet'), await newGame('without one')];
  const plays = (game: SimulatedGame) => game.events.filter((event) => event.type !== 'game-set-up');
  const bytesOf = (event: unknown): number => JSON.stringify(event).length;
  // Only the sheet of the first game is longer than this; a play of either is not.
  const largest = Math.max(...[...plays(large), ...plays(small)].map(bytesOf)) + 400;
  assert.ok(bytesOf(large.events[0]) > largest, 'the set-up is the record to be refused');
  await largestRecord(largest);

  await send(small, plays(small).slice(0, 5));
  await isPublished(small, 5);
  await send(large, large.events.slice(0, 20));
  await send(small, plays(small).slice(5, 60));
  await isPublished(small, 60);
  await eventually(async () => {
    const { rows } = await pool.query('select reason, tries from republish_requests where game_id = $1', [
      large.gameId,
    ]);
    assert.equal(rows[0]?.reason, 'record-refused');
  });
  assert.equal(await waiting(large.gameId), 20, 'no row of it goes, or its successors would be gaps');
  assert.equal(published.get(large.gameId), undefined);
  assert.ok(logged.some((line) => line.includes('stream.game-parked') && line.includes(large.gameId)));
  await send(small, plays(small).slice(60, 70));
  await isPublished(small, 70);

  await largestRecord(2 * 1024 * 1024);
  await isPublished(large, 20);
  await eventually(async () => assert.equal(await waiting(large.gameId), 0));
  await send(large, large.events.slice(20, 30));
  await isPublished(large, 30);
});

test('K-1: more than a broker takes at once is handed on in pieces', async () => {
  const game = await newGame('a long evening');
  await largestRecord(700 * 1024);
  await database.pool.query(
    `with made as (
       insert into game_events (game_id, seq, id, body, body_hash, device_id, device_seq, accepted_from)
       select $1::uuid, n, gen_random_uuid(), jsonb_build_object('gameId', $1::text, 'text', repeat('x', 8000)), '', gen_random_uuid(), n, 'user:1'
       from generate_series(1, 300) n returning seq),
     head as (update game_heads set last_seq = 300 where game_id = $1)
     insert into outbox (game_id, seq) select $1::uuid, seq from made order by seq`,
    [game.gameId],
  );
  stream.committed(game.gameId, []);
  await isPublished(game, 300);
});
