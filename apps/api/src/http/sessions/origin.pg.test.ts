import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';
import { goodPassword, openAccount } from '../../../testing/account.ts';
import { type Answered, caller } from '../../../testing/call.ts';

const api = await startTestApi();
after(() => api.stop());
const call = caller(api.url);
const own = api.url;

await openAccount(api, 'web@example.org');
const signIn = (headers: Record<string, string>) =>
  call('POST', '/v1/sessions', { body: { email: 'web@example.org', password: goodPassword, client: 'web' }, headers });
const cookieOf = ({ headers }: Answered): string =>
  /bt-refresh=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';

const origins = [
  { name: 'none', headers: {}, isOwn: false },
  { name: 'own', headers: { Origin: own }, isOwn: true },
  { name: 'own, told by the browser', headers: { Origin: own, 'Sec-Fetch-Site': 'same-origin' }, isOwn: true },
  {
    name: 'own, yet the browser says another site',
    headers: { Origin: own, 'Sec-Fetch-Site': 'cross-site' },
    isOwn: false,
  },
  { name: 'foreign', headers: { Origin: 'https://evil.example' }, isOwn: false },
  { name: 'foreign with our name in front', headers: { Origin: `${own}.evil.example` }, isOwn: false },
  { name: 'null', headers: { Origin: 'null' }, isOwn: false },
] as const;

for (const { name, headers, isOwn } of origins) {
  test(`origin ${name}: the cookie’s doors are ${isOwn ? 'open' : 'closed'}`, async () => {
    const given = cookieOf(await signIn({ Origin: own }));
    const cookie = { ...headers, Cookie: `bt-refresh=${given}` };
    const answers = {
      signIn: await signIn(headers),
      refresh: await call('POST', '/v1/sessions/refresh', { body: {}, headers: cookie }),
      // Signing out last, so that the others are asked with a living session.
      signOut: await call('POST', '/v1/sessions/sign-out', { body: {}, headers: cookie }),
    };
    const codes = Object.values(answers).map(({ status, body }) => (status < 300 ? 'open' : body.code));
    assert.deepEqual(codes, isOwn ? ['open', 'open', 'open'] : Array(3).fill('origin-not-allowed'));
    const stillAlive = await call('POST', '/v1/sessions/refresh', {
      body: {},
      headers: { Origin: own, Cookie: `bt-refresh=${given}` },
    });
    assert.equal(stillAlive.status, isOwn ? 401 : 200);
  });
}

test('the cookie is HttpOnly, strict and short of the body; a form post is refused', async () => {
  const answer = await signIn({ Origin: own });
  assert.equal(answer.body.refreshToken, null);
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    /^bt-refresh=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const form = await call('POST', '/v1/sessions/refresh', {
    body: 'a=b',
    headers: {
      Origin: own,
      Cookie: `bt-refresh=${cookieOf(answer)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
  });
  assert.deepEqual([form.status, form.body.code], [415, 'body-not-json']);
});

test('no other door takes the cookie for a credential', async () => {
  const cookie = `bt-refresh=${cookieOf(await signIn({ Origin: own }))}`;
  for (const [method, path] of [
    ['GET', '/v1/me'],
    ['GET', '/v1/sessions'],
    ['PATCH', '/v1/me'],
  ] as const) {
    const answer = await call(method, path, {
      headers: { Origin: own, Cookie: cookie },
      ...(method === 'PATCH' ? { body: {} } : {}),
    });
    assert.deepEqual([answer.status, answer.body.code], [401, 'sign-in-required'], path);
  }
});

test('a planted second cookie is not believed', async () => {
  const cookie = cookieOf(await signIn({ Origin: own }));
  const answer = await call('POST', '/v1/sessions/refresh', {
    body: {},
    headers: { Origin: own, Cookie: `bt-refresh=${cookie}; bt-refresh=${cookie}` },
  });
  assert.equal(answer.body.code, 'refresh-token-unknown');
});

test('a page elsewhere is not told that it may read private answers', async () => {
  const answer = await call('GET', '/v1/me', { headers: { Origin: 'https://evil.example' } });
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
});
