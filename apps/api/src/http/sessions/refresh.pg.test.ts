import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';
import { goodPassword, openAccount } from '../../../testing/account.ts';
import { caller } from '../../../testing/call.ts';
import { eventually } from '../../../testing/eventually.ts';

let nowMs = Date.parse('2026-11-24T18:00:00.000Z');
const api = await startTestApi({ nowMs: () => nowMs });
after(() => api.stop());
const call = caller(api.url);
const later = (ms: number): void => {
  nowMs += ms;
};

await openAccount(api, 'scorer@example.org');
const signIn = async (): Promise<{ refreshToken: string; accessToken: string; sessionId: string }> => {
  const { body } = await call('POST', '/v1/sessions', {
    body: { email: 'scorer@example.org', password: goodPassword, client: 'phone' },
  });
  return { ...body, sessionId: body.refreshToken.split('.')[0] };
};
const refresh = (refreshToken: string) => call('POST', '/v1/sessions/refresh', { body: { refreshToken } });
const me = (accessToken: string) => call('GET', '/v1/me', { headers: { Authorization: `Bearer ${accessToken}` } });
const ended = async (sessionId: string): Promise<string | null> =>
  (await api.database.pool.query('select ended_because from sessions where id = $1', [sessionId])).rows[0]
    .ended_because;

test('fifty refreshes at once get one answer, and one family lives', async () => {
  const { refreshToken, sessionId } = await signIn();
  later(61_000);
  const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(refreshToken)));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  const successors = new Set(answers.map(({ body }) => body.refreshToken as string));
  assert.equal(successors.size, 1);
  const { rows } = await api.database.pool.query(
    'select count(*)::int as tokens from refresh_tokens where session_id = $1',
    [sessionId],
  );
  assert.deepEqual(rows, [{ tokens: 2 }]);
  later(61_000);
  assert.equal((await refresh([...successors][0]!)).status, 200);
});

test('a dropped response: the old token gets the same successor, also hours later, three times in a row', async () => {
  const { refreshToken, sessionId } = await signIn();
  later(600_000);
  const lost = (await refresh(refreshToken)).body.refreshToken;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    later(2 * 3_600_000);
    const again = await refresh(refreshToken);
    assert.deepEqual([again.status, again.body.refreshToken], [200, lost]);
  }
  assert.equal(await ended(sessionId), null);
  later(61_000);
  assert.equal((await refresh(lost)).status, 200);
});

test('a dropped response that was not dropped: once the access token was seen, the old token is reuse', async () => {
  const { refreshToken, sessionId } = await signIn();
  later(600_000);
  const next = (await refresh(refreshToken)).body;
  assert.equal((await me(next.accessToken)).status, 200);
  later(61_000);
  assert.equal((await refresh(refreshToken)).body.code, 'session-ended');
  assert.equal(await ended(sessionId), 'reuse');
});

test('a stolen token after use: the family dies, its access token within 5 s, with mail and audit', async () => {
  const { refreshToken: stolen, sessionId } = await signIn();
  later(600_000);
  const second = (await refresh(stolen)).body;
  later(600_000);
  const third = (await refresh(second.refreshToken)).body;
  assert.equal((await me(third.accessToken)).status, 200);
  assert.equal((await refresh(stolen)).status, 401);
  await eventually(async () => assert.equal((await me(third.accessToken)).body.code, 'session-ended'), 5_000);
  assert.equal((await refresh(third.refreshToken)).status, 401);
  assert.equal(await ended(sessionId), 'reuse');
  const { rows: mails } = await api.database.pool.query(
    "select count(*)::int as n from mails where kind = 'session-reuse'",
  );
  assert.ok(mails[0].n >= 1);
  const { rows: audit } = await api.database.pool.query(
    "select outcome from audit_entries where action = 'refresh-reuse' and session_id = $1",
    [sessionId],
  );
  assert.deepEqual(audit, [{ outcome: 'refused' }]);
  assert.equal(
    (
      await call('POST', '/v1/sessions', {
        body: { email: 'scorer@example.org', password: goodPassword, client: 'phone' },
      })
    ).status,
    200,
  );
});

test('garbage with a known session id is 401 and ends nothing', async () => {
  const { refreshToken, sessionId } = await signIn();
  for (let guess = 0; guess < 40; guess += 1) {
    const answer = await refresh(`${sessionId}.${randomBytes(32).toString('base64url')}`);
    assert.deepEqual([answer.status, answer.body.code], [401, 'refresh-token-unknown']);
  }
  later(61_000);
  assert.equal((await refresh(refreshToken)).status, 200);
});

test('a reload within a minute gets the same token back; later it rotates', async () => {
  const { refreshToken } = await signIn();
  later(30_000);
  assert.equal((await refresh(refreshToken)).body.refreshToken, refreshToken);
  later(31_000);
  assert.notEqual((await refresh(refreshToken)).body.refreshToken, refreshToken);
});

test('a session idles out, and ends when it is too old however often it was used', async () => {
  const idle = await signIn();
  later(30 * 86_400_000);
  assert.deepEqual(
    [(await refresh(idle.refreshToken)).body.code, await ended(idle.sessionId)],
    ['session-ended', null],
  );
  let { refreshToken } = await signIn();
  for (let week = 0; week < 25; week += 1) {
    later(7 * 86_400_000);
    refreshToken = (await refresh(refreshToken)).body.refreshToken;
  }
  later(7 * 86_400_000);
  assert.equal((await refresh(refreshToken)).body.code, 'session-ended');
});

test('signing out ends the session at once, and again is no mistake', async () => {
  const { refreshToken, accessToken, sessionId } = await signIn();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    assert.equal((await call('POST', '/v1/sessions/sign-out', { body: { refreshToken } })).status, 204);
  }
  assert.equal(await ended(sessionId), 'signed-out');
  await eventually(async () => assert.equal((await me(accessToken)).status, 401), 5_000);
});

test('no refresh token and no hash of one is in any log line', () => {
  assert.ok(!api.logLines.some((line) => /[0-9a-f-]{36}\.[\w-]{43}/.test(line)));
});
