import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import type { Pool } from 'pg';
import { eventually } from '../../testing/eventually.ts';
import { makePublisherLease, openLeasePool } from './publisher-lease.ts';

const [first, second] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
let database: TestDatabase;
let pools: Pool[] = [];
const session = (): Pool => {
  const pool = openLeasePool({ url: database.url, role: database.role, onError: () => {} });
  pools.push(pool);
  return pool;
};

before(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await Promise.all(pools.filter(({ ended }) => !ended).map((pool) => pool.end()));
  pools = [];
  await database.pool.query("update publisher_lease set holder = null, held_until = '-infinity'");
});
after(async () => {
  await Promise.all(pools.filter(({ ended }) => !ended).map((pool) => pool.end()));
  await database.close();
});

test('K-3: while one holds and renews it nobody else has it; freed, the next one has it at once', async () => {
  const [a, b] = [makePublisherLease(session()), makePublisherLease(session())];
  assert.deepEqual([await a.hold(first), await b.hold(second)], [true, false]);
  assert.deepEqual([await a.hold(first), await b.hold(second)], [true, false]);
  await a.free(first);
  assert.deepEqual([await b.hold(second), await a.hold(first)], [true, false]);
});

test('K-3: the lease of a process that was killed is taken without waiting for its end', async () => {
  const killed = session();
  assert.equal(await makePublisherLease(killed).hold(first), true);
  await killed.end();
  const next = makePublisherLease(session());
  await eventually(async () => assert.equal(await next.hold(second), true), 1_000);
});

test('K-3: a stopped process keeps its session and loses the lease; awake again it gives up both', async () => {
  const [stopped, next, third] = [session(), session(), session()].map(makePublisherLease);
  assert.equal(await stopped!.hold(first), true);
  await database.pool.query("update publisher_lease set held_until = now() - interval '1 second'");
  assert.equal(await next!.hold(second), true);
  assert.equal(await stopped!.hold(first), false);
  assert.equal(await next!.hold(second), true);
  assert.equal(await third!.hold(first), false);
});
