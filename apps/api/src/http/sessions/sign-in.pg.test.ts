import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';
import { goodPassword, openAccount } from '../../../testing/account.ts';
import { caller } from '../../../testing/call.ts';
import { eventually } from '../../../testing/eventually.ts';
import { defaultLimits } from '../../config/limits.ts';

/** The real counts for tries at one account, a cheap hash so that a hundred of them are quick. */
const api = await startTestApi({
  config: (config) => ({
    ...config,
    limits: { ...config.limits, signIn: defaultLimits.signIn, signInByDevice: defaultLimits.signInByDevice },
    accounts: { ...config.accounts, argon2: { ...config.accounts.argon2, memoryCost: 1024 } },
    http: { ...config.http, trustProxy: 1 },
  }),
});
after(() => api.stop());
const call = caller(api.url);

type Try = { readonly password?: string; readonly deviceId?: string; readonly from?: string };
const signIn = (email: string, { password = 'wrong wrong wrong wrong', deviceId, from = '203.0.113.7' }: Try = {}) =>
  call('POST', '/v1/sessions', {
    body: { email, password, client: 'phone', ...(deviceId === undefined ? {} : { deviceId }) },
    headers: { 'X-Forwarded-For': from },
  });

test('five wrong tries at an account from one address, then 429 with a time to wait; another address may still try', async () => {
  await openAccount(api, 'anna@example.org');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await signIn('anna@example.org');
    assert.deepEqual([answer.status, answer.body.code], [401, 'sign-in-failed']);
  }
  const limited = await signIn('anna@example.org', { password: goodPassword });
  assert.deepEqual([limited.status, limited.body.code], [429, 'too-many-requests']);
  assert.ok(Number(limited.headers.get('retry-after')) > 800);
  assert.equal((await signIn('anna@example.org', { password: goodPassword, from: '198.51.100.9' })).status, 200);
});

test('a right password clears the count', async () => {
  await openAccount(api, 'bea@example.org');
  for (let round = 0; round < 3; round += 1) {
    for (let attempt = 0; attempt < 4; attempt += 1) await signIn('bea@example.org');
    assert.equal((await signIn('bea@example.org', { password: goodPassword })).status, 200);
  }
});

test('101 guesses from many addresses: a new device needs a reset by mail, the known device still gets in', async () => {
  await openAccount(api, 'coach@example.org');
  const deviceId = randomUUID();
  assert.equal((await signIn('coach@example.org', { password: goodPassword, deviceId })).status, 200);
  for (let attempt = 0; attempt < 101; attempt += 1) {
    const answer = await signIn('coach@example.org', { from: `192.0.2.${attempt}` });
    assert.equal(answer.status, 401, `try ${attempt}`);
  }
  const elsewhere = await signIn('coach@example.org', { password: goodPassword, from: '198.51.100.77' });
  assert.deepEqual([elsewhere.status, elsewhere.body.code], [401, 'sign-in-failed']);
  assert.equal(
    (await signIn('coach@example.org', { password: goodPassword, deviceId, from: '192.0.2.1' })).status,
    200,
  );
  const { rows } = await api.database.pool.query(
    "select count(*)::int as n from mails where kind = 'too-many-failures'",
  );
  assert.deepEqual(rows, [{ n: 1 }]);
});

test('an unknown address is answered like a wrong password, in the same time', async () => {
  await openAccount(api, 'dora@example.org');
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let attempt = 0; attempt < 12; attempt += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      const startedAt = performance.now();
      const answer = await signIn(kind === 'known' ? 'dora@example.org' : `unknown-${attempt}@example.org`, {
        from: `2001:db8:${attempt}::1`,
      });
      times[kind].push(performance.now() - startedAt);
      assert.deepEqual([answer.status, answer.body.code, answer.body.detail], [401, 'sign-in-failed', undefined]);
    }
  }
  const range = (values: number[]) => values.sort((a, b) => a - b).slice(1, -1);
  const [known, unknown] = [range(times.known), range(times.unknown)];
  assert.ok(known[0]! < unknown.at(-1)! && unknown[0]! < known.at(-1)!, `${known} | ${unknown}`);
});

test('beyond twenty sessions the ones used longest ago end', async () => {
  await openAccount(api, 'emil@example.org');
  const tokens: string[] = [];
  for (let device = 0; device < 22; device += 1) {
    tokens.push((await signIn('emil@example.org', { password: goodPassword })).body.accessToken as string);
  }
  const headers = { Authorization: `Bearer ${tokens.at(-1)}` };
  const { body } = await call('GET', '/v1/sessions', { headers });
  assert.equal(body.sessions.length, 20);
  assert.equal(body.sessions.filter((session: { isThisOne: boolean }) => session.isThisOne).length, 1);
  const first = { Authorization: `Bearer ${tokens[0]}` };
  await eventually(
    async () => assert.equal((await call('GET', '/v1/me', { headers: first })).body.code, 'session-ended'),
    5_000,
  );
});

test('one of the own sessions can be ended, nobody else’s', async () => {
  const [anna, bob] = [await api.newUser(), await api.newUser()];
  const foreign = await call('DELETE', `/v1/sessions/${bob.sessionId}`, { headers: anna.headers });
  assert.deepEqual([foreign.status, foreign.body.code], [404, 'session-not-found']);
  assert.equal((await call('DELETE', `/v1/sessions/${anna.sessionId}`, { headers: anna.headers })).status, 204);
  assert.equal((await call('GET', '/v1/me', { headers: bob.headers })).status, 200);
  await eventually(
    async () => assert.equal((await call('GET', '/v1/me', { headers: anna.headers })).body.code, 'session-ended'),
    5_000,
  );
});
