/** What operators see and may do: nobody else does, and each act is in the audit. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { caller } from '../../../testing/call.ts';
import { insertGame, judged, type SimulatedGame, simulated } from '../../../testing/log-fixtures.ts';

let api: TestApi;
let call: ReturnType<typeof caller>;
let admin: { readonly headers: Record<string, string> };
before(async () => {
  api = await startTestApi();
  call = caller(api.url);
  admin = await api.newUser({ platformRole: 'admin' });
});
after(() => api.stop());

const tracked = async (seed: string, events: number): Promise<SimulatedGame> => {
  const game = simulated(seed);
  await insertGame(api.database.pool, game.gameId, game.teamIds);
  await api.parts.stream.gameLog.append({
    gameId: game.gameId,
    events: game.events.slice(0, events).map((event) => judged(event, game.gameId)),
    principal: 'user:1',
    source: 'device',
  });
  return game;
};

const doors = [
  ['GET', '/v1/operations/stream'],
  ['GET', '/v1/operations/dead-letters'],
  ['POST', '/v1/operations/dead-letters/0/0/replay'],
  ['POST', '/v1/operations/refolds', { gameId: '00000000-0000-7000-8000-000000000001' }],
] as const;

test('canOperate: every door is shut for whoever is no admin, and for an admin until the next sign-in', async () => {
  const somebody = await api.newUser();
  const stale = await api.newUser({ platformRole: 'admin', signedInAtMs: Date.now() - 11 * 60_000 });
  for (const [method, path, body] of doors) {
    const ask = (headers: Record<string, string>) => call(method, path, { headers, ...(body ? { body } : {}) });
    assert.equal((await ask({})).status, 401, path);
    assert.equal((await ask(somebody.headers)).body.code, 'not-permitted', path);
    assert.equal((await ask(stale.headers)).body.code, 'sign-in-again', path);
  }
});

test('the stream says who leads, what waits and which engine runs, also without a broker', async () => {
  const { status, body } = await call('GET', '/v1/operations/stream', admin);
  assert.equal(status, 200);
  assert.deepEqual([body.profile, body.broker, body.isLeader], ['embedded', null, true]);
  assert.equal(body.leaderId, body.processId);
  assert.equal(body.outbox.depth, 0);
  assert.ok(body.job.engineVersion >= 1);
  assert.equal((await call('GET', '/v1/operations/dead-letters', admin)).body.code, 'broker-away');
});

test('K-7: a parked game is shown first, with its tries', async () => {
  const [parked, waiting] = [await tracked('parked', 3), await tracked('waiting', 3)];
  await api.database.pool.query(
    `insert into republish_requests (game_id, reason, tries, due_at) values ($1, 'behind', 0, now() + interval '1 hour'),
     ($2, 'record-refused', 4, now() + interval '2 hours')`,
    [waiting.gameId, parked.gameId],
  );
  const { body } = await call('GET', '/v1/operations/stream', admin);
  assert.deepEqual([body.parkedGames, body.refoldCount], [1, 2]);
  assert.deepEqual(
    body.refolds.map(({ gameId, reason, isParked, tries }: Record<string, unknown>) => [
      gameId,
      reason,
      isParked,
      tries,
    ]),
    [
      [parked.gameId, 'record-refused', true, 4],
      [waiting.gameId, 'behind', false, 0],
    ],
  );
  await api.database.pool.query('delete from republish_requests');
});

test('K-8: a refold asked twice is one request, and the audit says who asked', async () => {
  const game = await tracked('asked for', 10);
  await api.parts.stream.handOver();
  const ask = () => call('POST', '/v1/operations/refolds', { ...admin, body: { gameId: game.gameId } });
  assert.deepEqual([(await ask()).body, (await ask()).body], [{ games: 1 }, { games: 1 }]);
  const { rows } = await api.database.pool.query('select reason from republish_requests where game_id = $1', [
    game.gameId,
  ]);
  assert.deepEqual(rows, [{ reason: 'operator' }]);
  const { rows: audit } = await api.database.pool.query(
    `select action, outcome, "after" from audit_entries where game_id = $1`,
    [game.gameId],
  );
  assert.deepEqual(audit[0], { action: 'canOperate', outcome: 'done', after: { act: 'refold', games: 1 } });
  assert.equal(audit.length, 2);
});

test('a game or a season that is not there is said', async () => {
  const unknown = '00000000-0000-7000-8000-000000000001';
  const ask = (body: object) => call('POST', '/v1/operations/refolds', { ...admin, body });
  assert.equal((await ask({ gameId: unknown })).body.code, 'game-not-found');
  assert.equal((await ask({ seasonId: unknown })).body.code, 'season-not-found');
  assert.equal((await ask({ gameId: unknown, seasonId: unknown })).status, 400);
});
