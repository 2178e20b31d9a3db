import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestRedis, testRedis } from '@bball/test-kit';
import { eventually } from '../../../testing/eventually.ts';
import { openRedis, type Redis } from './connection.ts';

let server: TestRedis;
let redis: Redis;
const told: string[] = [];

const open = (url: string): Promise<Redis> =>
  openRedis({
    url,
    onAway: () => told.push('away'),
    onThere: () => told.push('there'),
    onFailed: () => told.push('failed'),
  });
const get = (): Promise<string | null> => redis.ask((client) => client.get('a key'), 'without');
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

before(async () => {
  server = await testRedis();
  redis = await open(server.url);
});
after(async () => {
  redis.close();
  await server.close();
});

test('it is there from the first question on', async () => {
  await server.client.set('a key', 'a value');
  assert.equal(await get(), 'a value');
  assert.deepEqual(told, ['there']);
});

test('a Redis that hangs costs 250 ms once; after that nobody waits until it answers again', async () => {
  told.length = 0;
  server.freeze();
  const firstMs = await timed(() => Promise.all(Array.from({ length: 50 }, get)));
  assert.ok(firstMs < 1_000, `${firstMs} ms`);
  const laterMs = await timed(async () => {
    for (let question = 0; question < 1_000; question += 1) assert.equal(await get(), 'without');
  });
  assert.ok(laterMs < 500, `${laterMs} ms for a thousand`);
  server.thaw();
  await eventually(async () => assert.equal(await get(), 'a value'));
  assert.equal(told.filter((word) => word === 'away').length, 1, 'said once');
  assert.equal(told.at(-1), 'there');
});

test('a process that was busy for long does not take that for a Redis that hangs', async () => {
  told.length = 0;
  const asked = Promise.all([get(), get()]);
  const busyUntil = performance.now() + 400;
  while (performance.now() < busyUntil);
  for (const answer of await asked) assert.ok(answer === 'a value' || answer === 'without');
  assert.equal(await get(), 'a value');
  assert.ok(redis.isThere());
  assert.ok(!told.includes('away'));
});

test('after kill -9 every question is answered at once without it, and it heals by itself', async () => {
  const asked = Promise.all(Array.from({ length: 50 }, get));
  await server.kill();
  for (const answer of await asked) assert.ok(answer === 'a value' || answer === 'without');
  assert.ok((await timed(get)) < 200);
  await server.start();
  await eventually(async () => assert.notEqual(await get(), 'without'));
});

test('what was counted before an answer was lost is not counted again', async () => {
  server.freeze();
  await redis.ask((client) => client.incr('count'), null);
  await eventually(() => assert.equal(redis.isThere(), false));
  server.thaw();
  await eventually(() => assert.ok(redis.isThere()));
  assert.equal(await redis.ask((client) => client.get('count'), null), '1');
});

test('a listener hears on after the server was killed', async () => {
  const heard: string[] = [];
  redis.hear('a channel', (message) => heard.push(message));
  const saying = (word: string) =>
    eventually(async () => {
      await server.client.publish('a channel', word);
      assert.equal(heard.at(-1), word);
    });
  await saying('one');
  await server.kill();
  await server.start();
  await saying('two');
});

test('a start without Redis takes a second at most and finds it when it comes', async () => {
  await server.kill();
  const startMs = await timed(async () => {
    const late = await open(server.url);
    assert.equal(late.isThere(), false);
    await server.start();
    await eventually(() => assert.ok(late.isThere()));
    late.close();
  });
  assert.ok(startMs < 5_000);
});
