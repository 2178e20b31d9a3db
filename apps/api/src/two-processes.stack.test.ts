/** Two processes on one database and one broker: leadership goes from one to the other, whichever way the first one ends. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as openRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { socketPath } from '@bball/contracts';
import type { GameEvent } from '@bball/engine';
import { startTestBroker, type TestBroker, type TestDatabase, testDatabase } from '@bball/test-kit';
import { compatibilityPartitioner, Producer } from '@platformatic/kafka';
import { io } from 'socket.io-client';
import { caller } from '../testing/call.ts';
import { eventually } from '../testing/eventually.ts';
import { anEvent, insertGame, simulated } from '../testing/log-fixtures.ts';
import { makeCoach, signedIn } from '../testing/people.ts';
import { freePort, type ServerProcess, serverProcess } from '../testing/server-process.ts';
import { accountRules } from './config/accounts.ts';
import { openCredentials } from './credentials/index.ts';
import { connectionOf } from './streaming/kafka/connection.ts';
import { readTopics } from './streaming/kafka/read-topic.ts';

type Process = ServerProcess & { readonly url: string; readonly isLeader: () => Promise<boolean> };

let broker: TestBroker;
let database: TestDatabase;
let folder: string;
let processes: readonly [Process, Process];
let token: string;
let adminToken: string;
let watch: ReturnType<typeof readTopics>;
const game = simulated('two processes');
/** When each event came out of the topic. */
const arrivedMs = new Map<number, number>();

const makeProcess = async (brokers: string): Promise<Process> => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const server = serverProcess({
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    DATABASE_URL: database.url,
    KAFKA_BROKERS: brokers,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  });
  const isLeader = async (): Promise<boolean> => {
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`).then((answer) => answer.text());
    return /^publisher_is_leader(\{[^}]*\})? 1/m.test(metrics);
  };
  return { ...server, url: `http://127.0.0.1:${port}`, isLeader };
};

before(async () => {
  [broker, database] = await Promise.all([startTestBroker(2_800), testDatabase()]);
  folder = mkdtempSync(join(tmpdir(), 'bball-two-'));
  const world = { nowMs: () => Date.now(), randomBytes: (count: number) => randomBytes(count) };
  const credentials = await openCredentials({ dataFolder: folder, accounts: accountRules }, world);
  const people = { parts: { credentials, ...world } as never, database };
  await insertGame(database.pool, game.gameId, game.teamIds);
  const coach = await signedIn(people);
  await makeCoach(people, coach.userId, game.teamIds[0]);
  token = coach.token;
  const admin = await signedIn(people);
  await database.pool.query("update users set platform_role = 'admin' where id = $1", [admin.userId]);
  adminToken = admin.token;
  watch = readTopics({
    connection: connectionOf({ brokers: [broker.address], login: null, authority: null }, 'the-test'),
    groupId: 'the-test',
    topics: {
      'game-events': ({ value }) => {
        const { seq } = JSON.parse(value) as { readonly seq: number };
        if (!arrivedMs.has(seq)) arrivedMs.set(seq, performance.now());
      },
    },
    onTrouble: () => {},
  });
  await watch.start();
  processes = [await makeProcess(broker.address), await makeProcess(broker.address)];
  await Promise.all(processes.map(({ start }) => start()));
});
after(async () => {
  for (const { kill } of processes ?? []) await kill();
  await watch?.stop();
  await database?.close();
  await broker?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const roles = async (): Promise<{ readonly leader: Process; readonly other: Process }> => {
  let leads: readonly boolean[] = [];
  await eventually(async () => {
    leads = await Promise.all(processes.map(({ isLeader }) => isLeader()));
    assert.equal(leads.filter(Boolean).length, 1, 'one leads');
  });
  const [first, second] = processes;
  return leads[0] === true ? { leader: first, other: second } : { leader: second, other: first };
};

const bodyOf = (events: readonly GameEvent[]) => ({ contractVersion: 2, events });
let sent = 0;
const next = (): GameEvent => anEvent(game.gameId, 'a phone', ++sent);
const isAsIs = { authorization: () => `Bearer ${token}` };

/** Keeps sending, one event after the other, until `stop`; answers the longest time in which nothing came out of the topic. */
const sendTo = ({ url }: Process) => {
  let isOn = true;
  const firstSeq = arrivedMs.size + 1;
  const running = (async () => {
    while (isOn) {
      const headers = { authorization: isAsIs.authorization() };
      const { status } = await caller(url)('POST', `/v1/games/${game.gameId}/events`, {
        headers,
        body: bodyOf([next()]),
      });
      assert.equal(status, 200);
    }
  })();
  return async (): Promise<number> => {
    isOn = false;
    await running;
    const { rows } = await database.pool.query('select last_seq from game_heads where game_id = $1', [game.gameId]);
    const head: number = rows[0].last_seq;
    await eventually(() => assert.equal(arrivedMs.size, head, 'everything that was acknowledged is published'), 15_000);
    const times = Array.from({ length: head - firstSeq + 1 }, (_, index) => arrivedMs.get(firstSeq + index) ?? 0);
    return Math.max(...times.slice(1).map((at, index) => at - times[index]!));
  };
};

const flowing = (): Promise<void> => {
  const before = arrivedMs.size;
  return eventually(() => assert.ok(arrivedMs.size > before + 5));
};

/** A request whose second half is sent when told. */
const halfSent = (url: string, body: string) => {
  const answered = Promise.withResolvers<number>();
  const headers = {
    authorization: isAsIs.authorization(),
    'content-type': 'application/json',
    'content-length': body.length,
  };
  const asked = openRequest(`${url}/v1/games/${game.gameId}/events`, { method: 'POST', headers }, (response) => {
    response.resume();
    answered.resolve(response.statusCode ?? 0);
  });
  asked.on('error', answered.reject);
  asked.write(body.slice(0, 20));
  return { finish: () => asked.end(body.slice(20)), answered: answered.promise };
};

test('K-3, L-10: SIGTERM: requests are answered, viewers are sent away, the other process publishes in under a second', async (t) => {
  const { leader, other } = await roles();
  const socket = io(leader.url, { path: socketPath, transports: ['websocket'], reconnection: false });
  const leaving = new Promise<{ readonly reconnectInMs: number }>((said) => socket.once('leaving', said));
  await new Promise<void>((connected) => socket.once('connect', () => connected()));
  const done = sendTo(other);
  await flowing();
  const half = halfSent(leader.url, JSON.stringify(bodyOf([next()])));
  await flowing();
  const ended = leader.terminate();
  const { reconnectInMs } = await leaving;
  half.finish();
  assert.equal(await half.answered, 200);
  const { code, tookMs } = await ended;
  await flowing();
  const gapMs = await done();
  t.diagnostic(`exit after ${Math.round(tookMs)} ms, longest silence ${Math.round(gapMs)} ms`);
  assert.equal(code, 0);
  assert.ok(reconnectInMs >= 0 && reconnectInMs <= 10_000);
  assert.ok(tookMs < 20_000, `${tookMs} ms`);
  assert.ok(gapMs < 1_000, `${gapMs} ms of silence`);
  assert.equal(await other.isLeader(), true);
  socket.close();
  await leader.start();
});

for (const turn of [1, 2]) {
  test(`K-3: kill -9 of the leader: the other publishes in under 5 s (${turn})`, async (t) => {
    const { leader, other } = await roles();
    const done = sendTo(other);
    await flowing();
    await leader.kill();
    await eventually(async () => assert.equal(await other.isLeader(), true));
    await flowing();
    const gapMs = await done();
    t.diagnostic(`longest silence ${Math.round(gapMs)} ms`);
    assert.ok(gapMs < 5_000, `${gapMs} ms of silence`);
    await leader.start();
  });
}

test('J-7: dead letters are shown newest first, whatever is in them, and one with a game has its log handed on again', async () => {
  const producer = new Producer({
    ...connectionOf({ brokers: [broker.address], login: null, authority: null }, 'the-test'),
    partitioner: compatibilityPartitioner,
  });
  const dead = (key: string, value: Buffer, reason: string) =>
    producer.send({
      messages: [
        {
          topic: 'game-events-dead',
          key: Buffer.from(key),
          value,
          headers: new Map([
            [Buffer.from('reason'), Buffer.from(reason)],
            [Buffer.from('topic'), Buffer.from('game-events')],
          ]),
        },
      ],
    });
  await dead('no game', Buffer.from([0, 255, 27, 60, 115, 62, 0xe2, 0x80, 0xae]), 'unreadable');
  await dead(game.gameId, Buffer.from('{"seq": "seven"}'), 'unreadable');
  await producer.close();
  const call = caller((await roles()).other.url);
  const headers = { authorization: `Bearer ${adminToken}` };
  const { status, body } = await call('GET', '/v1/operations/dead-letters?limit=1', { headers });
  assert.equal(status, 200);
  const [newest] = body.deadLetters;
  assert.deepEqual([newest.gameId, newest.text, newest.reason], [game.gameId, '{"seq": "seven"}', 'unreadable']);
  assert.deepEqual(newest.source, { topic: 'game-events', partition: null, offset: null });
  const older = (await call('GET', `/v1/operations/dead-letters?before=${body.nextBefore}`, { headers })).body;
  assert.deepEqual([older.deadLetters.length, older.nextBefore], [1, null]);
  assert.deepEqual([older.deadLetters[0].text, older.deadLetters[0].gameId], ['···<s>·', null]);
  assert.equal(older.deadLetters[0].sizeBytes, 9);

  const replay = (offset: number) => call('POST', `/v1/operations/dead-letters/0/${offset}/replay`, { headers });
  assert.deepEqual((await replay(newest.offset)).body, { games: 1 });
  assert.equal((await replay(older.deadLetters[0].offset)).body.code, 'dead-letter-without-game');
  assert.equal((await replay(99)).body.code, 'dead-letter-not-found');
  const { rows } = await database.pool.query(`select "after" from audit_entries where game_id = $1`, [game.gameId]);
  assert.equal(rows[0]?.after.act, 'replay-dead-letter');

  const health = (await call('GET', '/v1/operations/stream', { headers })).body;
  assert.equal(health.profile, 'distributed');
  assert.equal(health.broker.deadLetters, 2);
  assert.deepEqual(
    health.broker.topicLag.map(({ topic }: { readonly topic: string }) => topic),
    ['game-events', 'game-log-requests', 'statistics-updates'],
  );
  assert.equal(health.broker.jobLagRecords, null, 'no job runs here');
});

test('A-11: while the broker is away a process starts, takes plays, and ends in order', async (t) => {
  for (const { kill } of processes) await kill();
  const alone = await makeProcess('127.0.0.1:1');
  await alone.start();
  const headers = { authorization: isAsIs.authorization() };
  const path = `/v1/games/${game.gameId}/events`;
  const { status, body } = await caller(alone.url)('POST', path, { headers, body: bodyOf([next()]) });
  assert.deepEqual([status, body.answers[0].outcome], [200, 'accepted']);
  const health = await caller(alone.url)('GET', '/v1/operations/stream', {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  assert.deepEqual([health.status, health.body.broker], [200, null]);
  const { code, tookMs } = await alone.terminate();
  t.diagnostic(`exit after ${Math.round(tookMs)} ms`);
  assert.equal(code, 0);
  assert.ok(tookMs < 20_000);
});
