/** P8: with Redis killed, hanging, emptied or back again, every read and write of two processes is answered, and in time. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi, type TestRedis, testRedis } from '@bball/test-kit';
import { eventually } from '../testing/eventually.ts';
import { ask } from '../testing/http.ts';
import { insertGame, type SimulatedGame, simulated } from '../testing/log-fixtures.ts';
import { makeCoach, type Person, signedIn } from '../testing/people.ts';

let redis: TestRedis;
let processes: readonly TestApi[];
let coach: Person;
let game: SimulatedGame;
let sent = 0;

before(async () => {
  redis = await testRedis();
  const config: Parameters<typeof startTestApi>[0] = { config: (plain) => ({ ...plain, redisUrl: redis.url }) };
  const one = await startTestApi(config);
  processes = [one, await startTestApi({ ...config, beside: one })];
  coach = await signedIn(one);
  game = simulated('without Redis');
  await insertGame(one.database.pool, game.gameId, game.teamIds);
  await makeCoach(one, coach.userId, game.teamIds[0]);
});
after(async () => {
  for (const api of processes.toReversed()) await api.stop();
  await redis.close();
});

/** A command waits 250 ms; a request asks Redis a few times at most, and a busy machine is slow by itself. */
const mostMs = 2_000;

/** Plays and reads through both processes until the fault is over; what each answered and how long the slowest took. */
const under = async (
  fault: () => Promise<unknown>,
): Promise<{ readonly statuses: ReadonlySet<number>; readonly slowestMs: number }> => {
  const statuses = new Set<number>();
  let slowestMs = 0;
  let isOver = false;
  const timed = async (path: string, body?: unknown): Promise<void> => {
    const startedAt = performance.now();
    const api = processes[sent % 2]!;
    statuses.add((await ask(api.url, path, { token: coach.token, ...(body === undefined ? {} : { body }) })).status);
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  };
  const play = async (): Promise<void> => {
    const events = game.events.slice(sent, sent + 1);
    sent += events.length;
    await timed(`/v1/games/${game.gameId}/events`, { contractVersion: 1, events });
    for (const path of ['/v1/me', `/v1/games/${game.gameId}`, `/v1/games/${game.gameId}/live`]) await timed(path);
  };
  const playing = (async () => {
    do await play();
    while (!isOver);
    await play();
  })();
  await fault().finally(() => {
    isOver = true;
  });
  await playing;
  return { statuses, slowestMs };
};

const shared = (): Promise<void> => eventually(() => assert.ok(processes.every(({ parts }) => parts.redis.isThere())));

const faults: Readonly<Record<string, () => Promise<unknown>>> = {
  'killed and started again': async () => {
    await redis.kill();
    await eventually(() => assert.ok(processes.every(({ parts }) => !parts.redis.isThere())));
    await redis.start();
    await shared();
  },
  'hanging and waking up': async () => {
    redis.freeze();
    await eventually(() => assert.ok(processes.every(({ parts }) => !parts.redis.isThere())));
    redis.thaw();
    await shared();
  },
  emptied: () => redis.client.flushall(),
};

for (const [name, fault] of Object.entries(faults)) {
  test(`P8: Redis ${name}: each request is answered, none waits long, and every play is in the log`, async () => {
    const { statuses, slowestMs } = await under(fault);
    assert.deepEqual([...statuses], [200]);
    assert.ok(slowestMs < mostMs, `the slowest took ${Math.round(slowestMs)} ms`);
    const log = await ask<{ headSeq: number }>(processes[0]!.url, `/v1/games/${game.gameId}/events?after=0`, {
      token: coach.token,
    });
    assert.equal(log.body.headSeq, sent);
  });
}

test('each process says once that Redis went and once that it came, and no request failed by a bug', () => {
  for (const { logLines } of processes) {
    const events = logLines.map((line) => JSON.parse(line).event as string);
    assert.ok(!events.includes('http.bug'));
    const told = events.filter((event) => event === 'redis.away' || event === 'redis.there');
    assert.ok(told.length >= 5, 'it was there, and two faults came and went');
    assert.ok(told.every((event, index) => event === (index % 2 === 0 ? 'redis.there' : 'redis.away')));
  }
});
