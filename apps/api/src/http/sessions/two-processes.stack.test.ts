/**
 * Sessions and refresh families over two API processes and one Redis: the same answers as one process gives, with Redis there, away, emptied
 * and holding an older truth (access.md §4; §8 threats 2 and 3).
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startTestApi, type TestApi, type TestRedis, testRedis } from '@bball/test-kit';
import { goodPassword, openAccount } from '../../../testing/account.ts';
import { type Answered, caller } from '../../../testing/call.ts';
import { eventually } from '../../../testing/eventually.ts';

type Session = { readonly id: string; readonly refreshToken: string; readonly accessToken: string };

const email = 'scorer@example.org';
/** access.md §4 "Revocation". */
const promisedMs = 5_000;

describe('sessions over two processes', () => {
  let redis: TestRedis;
  let [one, two]: TestApi[] = [];
  let movedMs = 0;
  const laterOn = (ms: number): void => {
    movedMs += ms;
  };

  before(async () => {
    redis = await testRedis();
    const nowMs = (): number => Date.now() + movedMs;
    one = await startTestApi({ nowMs, config: (config) => ({ ...config, redisUrl: redis.url }) });
    two = await startTestApi({ nowMs, config: (config) => ({ ...config, redisUrl: redis.url }), beside: one });
    await openAccount(one, email);
  });
  beforeEach(() => eventually(() => assert.ok(one!.parts.redis.isThere() && two!.parts.redis.isThere())));
  after(async () => {
    await two?.stop();
    await one?.stop();
    await redis.close();
  });

  const signIn = async (): Promise<Session> => {
    const { body } = await caller(one!.url)('POST', '/v1/sessions', {
      body: { email, password: goodPassword, client: 'phone' },
    });
    return { ...body, id: body.refreshToken.split('.')[0] };
  };
  const refresh = (api: TestApi | undefined, refreshToken: string): Promise<Answered> =>
    caller(api!.url)('POST', '/v1/sessions/refresh', { body: { refreshToken } });
  const me = (api: TestApi | undefined, { accessToken }: Pick<Session, 'accessToken'>): Promise<Answered> =>
    caller(api!.url)('GET', '/v1/me', { headers: { Authorization: `Bearer ${accessToken}` } });
  const isShared = (key: string): Promise<void> =>
    eventually(async () => assert.equal(await redis.client.exists(key), 1));

  /** While the statement's lock is held by somebody else. */
  const whileLocked = async <Value>(statement: string, work: () => Promise<Value>): Promise<Value> => {
    const client = await one!.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(statement);
      return await work();
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const within = async <Value>(ms: number, work: Promise<Value>): Promise<Value> => {
    const deadline = AbortSignal.timeout(ms);
    return Promise.race([
      work,
      new Promise<never>((_, late) => deadline.addEventListener('abort', () => late(new Error(`not within ${ms} ms`)))),
    ]);
  };
  /** A token that was exchanged a moment ago, by process one. */
  const exchanged = async (): Promise<{ readonly session: Session; readonly next: string }> => {
    const session = await signIn();
    laterOn(61_000);
    const answer = await refresh(one, session.refreshToken);
    assert.equal(answer.status, 200);
    return { session, next: answer.body.refreshToken };
  };

  test('an honest double refresh through the other process gets the same answer, and does not wait for the family', async () => {
    const { session, next } = await exchanged();
    await isShared(`rotation/1:${session.id}`);
    const row = `select 1 from sessions where id = '${session.id}' for update`;
    const answer = await whileLocked(row, () => within(2_000, refresh(two, session.refreshToken)));
    assert.deepEqual([answer.status, answer.body.refreshToken], [200, next]);
    assert.equal((await me(one, answer.body)).status, 200);
  });

  test('fifty at once through both get one answer, with Redis there or killed among them', async () => {
    for (const kills of [false, true]) {
      const { refreshToken } = await signIn();
      laterOn(61_000);
      const asked = Promise.all(
        Array.from({ length: 50 }, (_, ask) => refresh(ask % 2 === 0 ? one : two, refreshToken)),
      );
      if (kills) await redis.kill();
      const answers = await asked;
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      assert.equal(new Set(answers.map(({ body }) => body.refreshToken)).size, 1);
    }
    await redis.start();
  });

  test('the answer is the same while Redis is away, hangs or was emptied', async () => {
    const { session, next } = await exchanged();
    const sameFrom = async (api: TestApi | undefined): Promise<void> =>
      assert.equal((await within(3_000, refresh(api, session.refreshToken))).body.refreshToken, next);
    await redis.client.flushall();
    await sameFrom(two);
    redis.freeze();
    await sameFrom(two);
    redis.thaw();
    await redis.kill();
    await sameFrom(two);
    await redis.start();
  });

  test('a spent token ends the family at both, and what Redis remembers of it does not bring it back', async () => {
    const { session, next } = await exchanged();
    laterOn(61_000);
    const { body: newest } = await refresh(two, next);
    assert.equal((await me(two, newest)).status, 200);
    assert.equal((await refresh(one, session.refreshToken)).body.code, 'session-ended');
    for (const api of [one, two]) {
      await eventually(async () => assert.equal((await me(api, newest)).body.code, 'session-ended'), promisedMs);
      await eventually(async () => assert.equal((await refresh(api, next)).status, 401), promisedMs);
    }
  });

  test('what one process read of a session the other need not read again', async () => {
    const session = await signIn();
    // Its first sight is written down; what is read after that is worth keeping.
    await me(one, session);
    await redis.client.flushall();
    laterOn(promisedMs);
    await me(one, session);
    await isShared(`session/1:${session.id}`);
    const answer = await whileLocked('lock table sessions in access exclusive mode', () =>
      within(2_000, me(two, session)),
    );
    assert.equal(answer.status, 200);
  });

  test('neither a name nor an address nor a token lies in Redis', async () => {
    const { session } = await exchanged();
    await me(two, session);
    await isShared(`session/1:${session.id}`);
    const keys = (await redis.client.keys('*')).filter((key) => !key.startsWith('limit:'));
    const values = await redis.client.mget(keys);
    for (const secret of [email, 'Somebody', session.refreshToken.split('.')[1]!, session.accessToken])
      assert.ok(![...keys, ...values].some((text) => text?.includes(secret)));
  });

  /** Both have just let it in; then it is ended by another session. */
  const ended = async (session: Session): Promise<void> => {
    for (const api of [one, two]) assert.equal((await me(api, session)).status, 200);
    const other = await signIn();
    const answer = await caller(one!.url)('DELETE', `/v1/sessions/${session.id}`, {
      headers: { Authorization: `Bearer ${other.accessToken}` },
    });
    assert.equal(answer.status, 204);
  };
  const isRefused = (session: Session): Promise<void> =>
    eventually(async () => {
      for (const api of [one, two]) assert.equal((await me(api, session)).body.code, 'session-ended');
    }, promisedMs);

  test('an ended session is refused by both within the promised time', async () => {
    const session = await signIn();
    await ended(session);
    await isRefused(session);
  });

  test('… while Redis is away, and when it comes back with what it held before', async () => {
    const session = await signIn();
    for (const api of [one, two]) assert.equal((await me(api, session)).status, 200);
    await redis.kill();
    await ended(session);
    await isRefused(session);
    await redis.start();
    await isRefused(session);
  });

  test('… when Redis hangs in the middle, and wakes up with an older truth', async () => {
    const session = await signIn();
    for (const api of [one, two]) assert.equal((await me(api, session)).status, 200);
    redis.freeze();
    await ended(session);
    redis.thaw();
    await isRefused(session);
  });

  test('… when an older truth is written after the change was heard, once its time has run out', async () => {
    const session = await signIn();
    await me(one, session);
    await isShared(`session/1:${session.id}`);
    const older = (await redis.client.get(`session/1:${session.id}`))!;
    await ended(session);
    await isRefused(session);
    await redis.client.set(`session/1:${session.id}`, older, 'PX', promisedMs);
    laterOn(promisedMs);
    await isRefused(session);
  });

  test('… and when it is emptied', async () => {
    const session = await signIn();
    await ended(session);
    await redis.client.flushall();
    await isRefused(session);
  });
});
