import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestRedis, testRedis } from '@bball/test-kit';
import { eventually } from '../../../testing/eventually.ts';
import { openRedis, type Redis } from './connection.ts';
import { makeShared, type Shared } from './shared.ts';

let server: TestRedis;
let redis: Redis;
let shared: Shared<string>;
const lastsMs = 1_000;

before(async () => {
  server = await testRedis();
  redis = await openRedis({ url: server.url, onAway: () => {}, onThere: () => {}, onFailed: () => {} });
  shared = makeShared(redis, 'word/1', lastsMs);
});
after(async () => {
  redis.close();
  await server.close();
});

const known = async (key: string): Promise<string | null> => (await shared.look(key)).known?.value ?? null;

test('what is kept is known for its time, which is told, and for no longer', async () => {
  const { known: before, keep } = await shared.look('one');
  assert.equal(before, null);
  await keep('a word');
  const { known: after } = await shared.look('one');
  assert.equal(after?.value, 'a word');
  assert.ok(after.leftMs > 0 && after.leftMs <= lastsMs);
  await eventually(async () => assert.equal(await known('one'), null), lastsMs + 500);
});

test('what is dropped is not known', async () => {
  await (await shared.look('two')).keep('a word');
  await shared.drop('two');
  assert.equal(await known('two'), null);
});

test('what lay in a buffer while Redis slept is not known for longer than what was kept at once', async () => {
  const { keep } = await shared.look('three');
  server.freeze();
  const startedAt = performance.now();
  await keep('a word that is old when it arrives');
  await eventually(() => assert.ok(performance.now() - startedAt > lastsMs));
  server.thaw();
  await eventually(() => assert.ok(redis.isThere()));
  assert.equal(await known('three'), null);
});

test('while Redis is away nothing is known and nothing is kept, at once', async () => {
  await server.kill();
  const { known: nothing, keep } = await shared.look('four');
  assert.equal(nothing, null);
  await keep('a word');
  await server.start();
  await eventually(() => assert.ok(redis.isThere()));
  assert.equal(await known('four'), null);
});
