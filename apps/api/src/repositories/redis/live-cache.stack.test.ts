import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { zstdCompressSync } from 'node:zlib';
import { canonicalJson, foldLog, type GameId, type LoggedEvent } from '@bball/engine';
import { type TestRedis, testRedis } from '@bball/test-kit';
import { eventually } from '../../../testing/eventually.ts';
import { simulated } from '../../../testing/log-fixtures.ts';
import { openRedis, type Redis } from './connection.ts';
import { type LiveCache, makeLiveCache } from './live-cache.ts';

let server: TestRedis;
let redis: Redis;
let cache: LiveCache;

before(async () => {
  server = await testRedis();
  redis = await openRedis({ url: server.url, onAway: () => {}, onThere: () => {}, onFailed: () => {} });
  cache = makeLiveCache(redis);
});
after(async () => {
  redis.close();
  await server.close();
});

test('a result as the job leaves it is read to its last stint; of another game there is none', async () => {
  const game = simulated('cached');
  const result = foldLog(game.gameId as GameId, game.log.slice(0, 80) as readonly LoggedEvent[]);
  await server.client.hset(`game:${game.gameId}`, 'bytes', zstdCompressSync(canonicalJson(result)));
  assert.equal(canonicalJson(await cache.result(game.gameId)), canonicalJson(result));
  assert.equal(await cache.result('another'), null);
});

test('what cannot be read is no result', async () => {
  await server.client.hset('game:cut', 'bytes', zstdCompressSync('{"revision": 4').subarray(0, 12));
  await server.client.hset('game:text', 'bytes', zstdCompressSync('{"revision": 4'));
  await server.client.set('game:other', 'no hash at all');
  for (const gameId of ['cut', 'text', 'other']) assert.equal(await cache.result(gameId), null);
});

test('a Redis that hangs or is gone has no result, and says so soon', async () => {
  const startedAt = performance.now();
  server.freeze();
  for (let ask = 0; ask < 20; ask += 1) assert.equal(await cache.result('a game'), null);
  assert.ok(performance.now() - startedAt < 1_000);
  server.thaw();
  await eventually(() => assert.ok(redis.isThere()));
  await server.kill();
  assert.equal(await cache.result('a game'), null);
});
