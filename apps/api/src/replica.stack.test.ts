/** A real streaming replica: what is read through it is right, also when it stands still or is gone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, startTestReplica, type TestApi, type TestReplica } from '@bball/test-kit';
import pg from 'pg';
import { caller } from '../testing/call.ts';
import { eventually } from '../testing/eventually.ts';
import { idOf, insertGame, judged, simulated } from '../testing/log-fixtures.ts';
import { makeGameResults } from './repositories/game-results.ts';
import { openReplica, type Replica } from './repositories/replica.ts';
import { resultsThrough } from './streaming/replica-reads.ts';

let servers: TestReplica;
let api: TestApi;
let primary: pg.Pool;
let watch: pg.Pool;
let replica: Replica;
let call: ReturnType<typeof caller>;

before(async () => {
  servers = await startTestReplica();
  api = await startTestApi({
    config: (config) => ({
      ...config,
      database: { kind: 'server', url: servers.primaryUrl },
      replicaUrl: servers.replicaUrl,
    }),
  });
  call = caller(api.url);
  primary = new pg.Pool({ connectionString: servers.primaryUrl, max: 2 });
  watch = new pg.Pool({ connectionString: servers.replicaUrl, max: 1 });
  watch.on('error', () => {});
  replica = await openReplica({
    url: servers.replicaUrl,
    poolSize: 2,
    role: null,
    onError: () => {},
    primary,
    monotonicMs: () => performance.now(),
  });
  await isFollowed();
});
after(async () => {
  await replica?.close();
  await api?.stop();
  await watch?.end();
  await primary?.end();
  await servers?.close();
});

/** Far below any timeout, and more than a busy machine needs. */
const busyMs = 5_000;

/** The replica has everything, and is believed again. */
const isFollowed = async (): Promise<void> => {
  const { rows } = await primary.query('select pg_current_wal_lsn() as lsn');
  await eventually(async () => {
    const come = await watch.query('select pg_last_wal_replay_lsn() >= $1::pg_lsn as has', [rows[0].lsn]);
    assert.ok(come.rows[0].has);
    assert.ok(replica.isFresh());
  });
};

/** The last thing that each connection asked the replica. */
const askedOfReplica = async (): Promise<string> =>
  (await watch.query("select string_agg(query, ';') as all from pg_stat_activity where pid <> pg_backend_pid()"))
    .rows[0].all ?? '';

const foundLeague = (name: string): Promise<unknown> =>
  primary.query(
    `insert into leagues (id, name, short_name, age_group, max_visibility, publishes_venues, status, created_at, updated_at)
     values ($1, $2, 'L', 'adult', 'public', true, 'active', now(), now())`,
    [idOf(`league ${name}`, 1), name],
  );
const publicLeagues = async (): Promise<readonly string[]> =>
  (await call('GET', '/v1/public/leagues')).body.leagues.map(({ name }: { readonly name: string }) => name);

const tracked = async (seed: string, events: number) => {
  const game = simulated(seed);
  await insertGame(primary, game.gameId, game.teamIds);
  await append(game, 0, events);
  return game;
};
const append = ({ gameId, events }: ReturnType<typeof simulated>, from: number, to: number) =>
  api.parts.stream.gameLog.append({
    gameId,
    events: events.slice(from, to).map((event) => judged(event, gameId)),
    principal: 'user:1',
    source: 'device',
  });

test('a list for everybody comes from the replica while that is at most a second behind', async () => {
  await foundLeague('First League');
  await isFollowed();
  // The API looks for itself how far the replica is.
  await eventually(async () => {
    assert.deepEqual(await publicLeagues(), ['First League']);
    assert.match(await askedOfReplica(), /"leagues"/);
  });
});

test('a replica that stands still is not asked for longer than a second', async () => {
  await servers.pause();
  const since = performance.now();
  await foundLeague('Second League');
  await eventually(async () => assert.deepEqual(await publicLeagues(), ['First League', 'Second League']));
  assert.ok(performance.now() - since < busyMs, 'a second, and the answer');
  await servers.resume();
});

test('A-12, S-10: a page of the log is whole up to the head, however old the replica is', async () => {
  const game = await tracked('paused', 40);
  await isFollowed();
  await servers.pause();
  await append(game, 40, 60);
  const page = await api.parts.logReader.page(game.gameId, 0, 100);
  assert.deepEqual([page.headSeq, page.events.length], [60, 60]);
  assert.deepEqual((await api.parts.logReader.page(game.gameId, 0, 30)).events.length, 30);
  await servers.resume();
});

test('L-3: a result is the one that the primary has, though its bytes may come from the replica', async () => {
  const results = resultsThrough(replica, makeGameResults(primary));
  const game = await tracked('a result', 20);
  const stored = (revision: number) =>
    eventually(async () => assert.equal((await makeGameResults(primary).find(game.gameId))?.revision, revision));
  api.parts.stream.committed(game.gameId, []);
  await stored(20);
  await isFollowed();
  assert.equal((await results.find(game.gameId))?.revision, 20);
  assert.match(await askedOfReplica(), /from game_results where game_id/);
  await servers.pause();
  await append(game, 20, 50);
  api.parts.stream.committed(game.gameId, []);
  await stored(50);
  assert.equal((await results.find(game.gameId))?.revision, 50);
  await servers.resume();
});

test('without the replica everything is answered, and without waiting for it', async () => {
  await isFollowed();
  await servers.stopReplica();
  const since = performance.now();
  assert.equal((await publicLeagues()).length, 2);
  assert.equal((await publicLeagues()).length, 2);
  assert.ok(performance.now() - since < busyMs);
  assert.equal((await call('GET', '/ready')).status, 200);
});
