import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type TestRedis, testRedis } from '@bball/test-kit';
import { eventually } from '../testing/eventually.ts';
import { defaultLimits, type LimitName } from './config/limits.ts';
import { type Limiter, makeLimiter } from './limiter.ts';
import { openRedis, type Redis } from './repositories/redis/connection.ts';

type Process = { readonly redis: Redis; readonly limiter: Limiter };

const startProcess = async (url: string): Promise<Process> => {
  const redis = await openRedis({ url, onAway: () => {}, onThere: () => {}, onFailed: () => {} });
  return { redis, limiter: makeLimiter({ limits: defaultLimits, redis, nowMs: () => Date.now() }) };
};

describe('limits of two processes', () => {
  let server: TestRedis;
  let one: Process;
  let two: Process;
  let keys = 0;

  before(async () => {
    server = await testRedis();
  });
  beforeEach(async () => {
    [one, two] = [await startProcess(server.url), await startProcess(server.url)];
  });
  afterEach(() => {
    for (const { redis } of [one, two]) redis.close();
  });
  after(() => server.close());

  const newKey = (): string => {
    keys += 1;
    return `somebody-${keys}@example.org`;
  };
  /** How many of so many pass, in turn through both processes. */
  const passing = async (limit: LimitName, key: string, count: number, points = 1): Promise<number> => {
    let passed = 0;
    for (let ask = 0; ask < count; ask += 1) {
      const startedAt = performance.now();
      if ((await (ask % 2 === 0 ? one : two).limiter.take(limit, key, points)) === null) passed += 1;
      assert.ok(performance.now() - startedAt < 1_000, 'nobody waits long for a count');
    }
    return passed;
  };

  test('five tries to sign in are five, through whichever process', async () => {
    const key = newKey();
    assert.equal(await passing('signIn', key, 12), 5);
    assert.ok((await one.limiter.take('signIn', key))! > 800, 'a quarter of an hour');
  });

  test('who signs in is forgotten in both', async () => {
    const key = newKey();
    await passing('signIn', key, 4);
    await one.limiter.forget('signIn', key);
    assert.equal(await passing('signIn', key, 12), 5);
  });

  test('A-11: the bucket of a pad is one bucket', async () => {
    const key = newKey();
    assert.equal(await passing('events', key, 20, 500), 6);
    const wait = (await two.limiter.take('events', key, 500))!;
    assert.ok(wait >= 9 && wait <= 10, `${wait} s until 500 have come back`);
    await eventually(async () => assert.equal(await one.limiter.take('events', key, 1), null));
  });

  test('a name that is counted does not stand in Redis', async () => {
    const key = newKey();
    await passing('signIn', key, 2);
    await passing('events', key, 2);
    const stored = await server.client.keys('limit:*');
    assert.ok(stored.length > 0);
    assert.ok(!stored.some((name) => name.includes('example.org')));
  });

  test('a flood is refused from memory: Redis hears of it once', async () => {
    const key = newKey();
    await passing('signIn', key, 12);
    const executed = async (): Promise<number> =>
      Number(/cmdstat_incrby:calls=(\d+)/.exec(await server.client.info('commandstats'))?.[1] ?? 0);
    const before = await executed();
    assert.equal(await passing('signIn', key, 500), 0);
    assert.equal(await executed(), before);
  });

  test('kill -9 in the middle: each is answered, each process counts for itself, and then they count together again', async () => {
    const [window, bucket] = [newKey(), newKey()];
    const asked = Promise.all([passing('signIn', window, 4), passing('events', bucket, 4, 500)]);
    await server.kill();
    await asked;
    assert.equal(await passing('signIn', newKey(), 20), 10, 'five for each process');
    assert.equal(await passing('events', newKey(), 20, 500), 12, 'a bucket for each process');
    await server.start();
    await eventually(() => assert.ok(one.redis.isThere() && two.redis.isThere()));
    assert.equal(await passing('signIn', newKey(), 20), 5);
    assert.equal(await passing('events', newKey(), 20, 500), 6);
  });

  test('a Redis that hangs delays one question, and none is refused for it', async () => {
    server.freeze();
    const startedAt = performance.now();
    assert.equal(await passing('readsBySession', newKey(), 200), 200);
    assert.ok(performance.now() - startedAt < 1_500);
    server.thaw();
    await eventually(() => assert.ok(one.redis.isThere() && two.redis.isThere()));
  });

  test('emptied, it counts anew', async () => {
    const key = newKey();
    await passing('events', key, 20, 500);
    await server.client.flushall();
    assert.equal(await passing('events', key, 20, 500), 6);
  });
});
