import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';
import { goodPassword, openAccount, registerForm, tokenOfMail } from '../../../testing/account.ts';
import { caller } from '../../../testing/call.ts';

const api = await startTestApi();
after(() => api.stop());
const call = caller(api.url);

const count = async (table: string): Promise<number> =>
  (await api.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
const signIn = (email: string, password: string) =>
  call('POST', '/v1/sessions', { body: { email, password, client: 'phone' } });

test('register, confirm, sign in, see oneself', async () => {
  assert.equal((await call('POST', '/v1/accounts/register', { body: registerForm('anna@example.org') })).status, 202);
  const early = await signIn('anna@example.org', goodPassword);
  assert.equal(early.body.user.isEmailVerified, false);
  const token = await tokenOfMail(api, 'verify-email', 'anna@example.org');
  assert.equal((await call('POST', '/v1/accounts/verify', { body: { token } })).status, 204);
  const me = await call('GET', '/v1/me', { headers: { Authorization: `Bearer ${early.body.accessToken}` } });
  assert.equal(me.body.isEmailVerified, true);
  assert.equal(me.headers.get('cache-control'), 'private, no-store');
  const again = await call('POST', '/v1/accounts/verify', { body: { token } });
  assert.deepEqual([again.status, again.body.code], [410, 'link-spent-or-expired']);
});

test('an address is one account in any spelling of its case', async () => {
  await openAccount(api, 'Bea@Example.org');
  assert.equal((await signIn('bea@example.ORG', goodPassword)).status, 200);
  await call('POST', '/v1/accounts/register', { body: registerForm('BEA@example.org') });
  const { rows } = await api.database.pool.query("select 1 from users where email_norm = 'bea@example.org'");
  assert.equal(rows.length, 1);
});

test('whether an address has an account shows in its mailbox only', async () => {
  await openAccount(api, 'carl@example.org');
  const timed = async (email: string) => {
    const startedAt = performance.now();
    const answer = await call('POST', '/v1/accounts/register', { body: registerForm(email) });
    return { answer: [answer.status, answer.body], ms: performance.now() - startedAt };
  };
  const known = await timed('carl@example.org');
  const unknown = await timed('nobody-yet@example.org');
  assert.deepEqual(known.answer, unknown.answer);
  assert.ok(known.ms >= 249 && unknown.ms >= 249, 'both answers are paced');
  const { rows } = await api.database.pool.query(
    "select kind from mails where to_email = 'carl@example.org' order by queued_at, id",
  );
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['verify-email', 'already-registered'],
  );
  const resets = await Promise.all(
    ['carl@example.org', 'never@example.org'].map((email) =>
      call('POST', '/v1/accounts/reset-request', { body: { email } }),
    ),
  );
  assert.deepEqual(
    resets.map(({ status, body }) => [status, body]),
    [
      [202, ''],
      [202, ''],
    ],
  );
});

test('an answer under 13, or under the age of consent of the country, stores nothing at all', async () => {
  const before = [await count('users'), await count('mails'), await count('audit_entries')];
  for (const [country, birthYearMonthDay] of [
    ['US', '2015-01-01'],
    ['DE', '2012-06-01'],
  ]) {
    const answer = await call('POST', '/v1/accounts/register', {
      body: { ...registerForm('kid-canary@example.org'), country, birthYearMonthDay },
    });
    assert.deepEqual([answer.status, answer.body.code], [422, 'too-young']);
  }
  assert.deepEqual([await count('users'), await count('mails'), await count('audit_entries')], before);
  assert.ok(!api.logLines.some((line) => line.includes('kid-canary')));
});

test('a birth date is kept under 18 only', async () => {
  await call('POST', '/v1/accounts/register', {
    body: { ...registerForm('teen@example.org'), birthYearMonthDay: '2010-03-05' },
  });
  await call('POST', '/v1/accounts/register', {
    body: { ...registerForm('grown@example.org'), birthYearMonthDay: '1990-03-05' },
  });
  const { rows } = await api.database.pool.query(
    "select email, born_on::text from users where email in ('teen@example.org', 'grown@example.org') order by email",
  );
  assert.deepEqual(rows, [
    { email: 'grown@example.org', born_on: null },
    { email: 'teen@example.org', born_on: '2010-03-05' },
  ]);
});

test('a reset ends every session, signs nobody in, and its link works once', async () => {
  await openAccount(api, 'dora@example.org');
  const first = await signIn('dora@example.org', goodPassword);
  await call('POST', '/v1/accounts/reset-request', { body: { email: 'dora@example.org' } });
  const token = await tokenOfMail(api, 'reset-password', 'dora@example.org');
  const weak = await call('POST', '/v1/accounts/reset', { body: { token, password: 'dora@example.org' } });
  assert.deepEqual([weak.status, weak.body.code], [422, 'password-too-weak']);
  const password = 'seven green lamps hum';
  const reset = await call('POST', '/v1/accounts/reset', { body: { token, password } });
  assert.deepEqual([reset.status, reset.body, reset.headers.get('set-cookie')], [204, '', null]);
  assert.equal((await call('POST', '/v1/accounts/reset', { body: { token, password } })).status, 410);
  assert.equal(
    (await call('POST', '/v1/sessions/refresh', { body: { refreshToken: first.body.refreshToken } })).status,
    401,
  );
  assert.equal((await signIn('dora@example.org', goodPassword)).status, 401);
  assert.equal((await signIn('dora@example.org', password)).status, 200);
});

test('weak passwords are refused with a reason for people', async () => {
  for (const password of [
    'short',
    'passwordpassword',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnopq',
    'basketball tracker',
    'somebody somebody',
  ]) {
    const answer = await call('POST', '/v1/accounts/register', {
      body: { ...registerForm('weak@example.org'), password },
    });
    assert.deepEqual([answer.status, answer.body.code], [422, 'password-too-weak'], password);
    assert.ok(answer.body.detail.length > 10);
  }
});

test('the own account changes within ten minutes of the password only, and a new password ends the other sessions', async () => {
  await openAccount(api, 'emil@example.org');
  const [here, there] = [
    await signIn('emil@example.org', goodPassword),
    await signIn('emil@example.org', goodPassword),
  ];
  const headers = { Authorization: `Bearer ${here.body.accessToken}` };
  const named = await call('PATCH', '/v1/me', { headers, body: { displayName: 'Emil' } });
  assert.deepEqual([named.status, named.body.displayName], [200, 'Emil']);
  assert.equal((await call('PATCH', '/v1/me', { headers, body: { password: 'nine calm rivers meet' } })).status, 200);
  assert.equal((await call('GET', '/v1/me', { headers })).status, 200);
  assert.equal(
    (await call('POST', '/v1/sessions/refresh', { body: { refreshToken: there.body.refreshToken } })).status,
    401,
  );
  const stale = await api.newUser({ signedInAtMs: Date.now() - 11 * 60_000 });
  const refused = await call('PATCH', '/v1/me', { headers: stale.headers, body: { displayName: 'Late' } });
  assert.deepEqual([refused.status, refused.body.code], [403, 'sign-in-again']);
});

test('no mail, name or password is in any log line', () => {
  const lines = api.logLines.join('\n');
  for (const canary of ['example.org', goodPassword, 'Somebody', 'argon2id'])
    assert.ok(!lines.includes(canary), canary);
});
