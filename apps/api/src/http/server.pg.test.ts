import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { problems } from '@bball/contracts';
import { startTestApi } from '@bball/test-kit';
import { caller } from '../../testing/call.ts';

const api = await startTestApi({
  config: (config) => ({
    ...config,
    limits: { ...config.limits, oneTimeLink: { ...config.limits.oneTimeLink, points: 2 } },
    http: { ...config.http, trustProxy: 1 },
  }),
});
after(() => api.stop());
const call = caller(api.url);
const registerPath = '/v1/accounts/register';

test('a problem has its code, its title, the address without its query and a trace id', async () => {
  const answer = await call('GET', '/v1/nothing?token=secret');
  assert.equal(answer.status, 404);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const { traceId, ...rest } = answer.body;
  assert.deepEqual(rest, {
    type: 'https://basketball-tracker.dev/problems/route-not-found',
    title: problems['route-not-found'].title,
    status: 404,
    instance: '/v1/nothing',
    code: 'route-not-found',
  });
  assert.equal(traceId, answer.headers.get('x-request-id'));
});

test('another method of a known address is 405', async () => {
  assert.equal((await call('DELETE', '/v1/me')).body.code, 'method-not-allowed');
});

test('a well-formed traceparent is followed, anything else is replaced and never echoed', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const good = await call('GET', '/v1/me', { headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` } });
  assert.equal(good.headers.get('x-request-id'), traceId);
  for (const headers of [
    { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` },
    { traceparent: 'hello' },
    { 'X-Request-Id': 'mine' },
  ]) {
    const answer = await call('GET', '/v1/me', { headers: headers as Record<string, string> });
    assert.match(answer.headers.get('x-request-id') ?? '', /^(?!0+$)[0-9a-f]{32}$/);
  }
});

const refused: readonly {
  readonly name: string;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
  readonly code: string;
}[] = [
  { name: 'half a JSON', body: '{"a":', code: 'json-unreadable' },
  { name: 'a bare value', body: '"text"', code: 'json-unreadable' },
  { name: 'more than 64 KiB', body: { email: 'x'.repeat(66_000) }, code: 'body-too-large' },
  { name: 'text', body: 'hello', headers: { 'Content-Type': 'text/plain' }, code: 'body-not-json' },
  { name: 'an unknown encoding', body: '{}', headers: { 'Content-Encoding': 'nonsense' }, code: 'body-not-json' },
  { name: 'eleven levels', body: JSON.parse(`${'{"a":'.repeat(11)}1${'}'.repeat(11)}`), code: 'request-malformed' },
  { name: 'an unknown key', body: { email: 'a@example.org', isAdmin: true }, code: 'request-malformed' },
  { name: 'a prototype', body: '{"email":"a@example.org","__proto__":{"admin":true}}', code: 'request-malformed' },
  { name: 'an array', body: [], code: 'request-malformed' },
];

for (const { name, body, headers, code } of refused) {
  test(`a body with ${name} is ${code}`, async () => {
    const answer = await call('POST', '/v1/accounts/reset-request', {
      body,
      ...(headers === undefined ? {} : { headers }),
    });
    assert.equal(answer.body.code, code);
    assert.equal(answer.status, problems[code as keyof typeof problems].status);
  });
}

test('a contract’s every difference is listed at once', async () => {
  const { body } = await call('POST', registerPath, { body: { email: 'nobody', password: '', country: 'Germany' } });
  const paths = body.issues.map(({ path }: { path: string }) => path);
  for (const path of ['body.email', 'body.password', 'body.country', 'body.displayName', 'body.birthYearMonthDay'])
    assert.ok(paths.includes(path), path);
});

test('an address beyond 2 KiB is 414, a broken one 400', async () => {
  assert.equal((await call('GET', `/v1/me?${'a'.repeat(2100)}`)).body.code, 'address-too-long');
  assert.equal(
    (await call('DELETE', '/v1/sessions/%E0%A4%A', { headers: (await api.newUser()).headers })).body.code,
    'request-malformed',
  );
});

test('query keys are plain text: brackets make no objects', async () => {
  const user = await api.newUser();
  assert.equal((await call('GET', '/v1/sessions?filter[role]=admin', { headers: user.headers })).status, 200);
});

test('every answer forbids framing, sniffing and foreign scripts', async () => {
  for (const path of ['/v1/me', '/health', '/docs', '/', '/account/reset']) {
    const { headers } = await call('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'self';/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-powered-by'), null);
  }
});

test('our own pages hold no inline script', async () => {
  for (const path of ['/docs', '/account/verify', '/account/reset', '/']) {
    const { body } = await call('GET', path);
    assert.doesNotMatch(body, /<script(?![^>]*\bsrc=)/, path);
    assert.doesNotMatch(body, /\son\w+=/, path);
  }
});

test('a limit answers 429 with the seconds to wait, and counts an IPv6 household as one', async () => {
  const verify = (from: string) =>
    call('POST', '/v1/accounts/verify', { body: { token: 'x'.repeat(43) }, headers: { 'X-Forwarded-For': from } });
  assert.equal((await verify('2001:db8:1:2::1')).status, 410);
  assert.equal((await verify('2001:db8:1:2:ffff::9')).status, 410);
  const third = await verify('2001:db8:1:2:abcd::3');
  assert.deepEqual([third.status, third.body.code], [429, 'too-many-requests']);
  assert.ok(Number(third.headers.get('retry-after')) > 0);
  assert.equal((await verify('2001:db8:1:3::1')).status, 410);
});

test('health and readiness answer, and say no more', async () => {
  assert.deepEqual((await call('GET', '/health')).body, { status: 'alive' });
  assert.deepEqual((await call('GET', '/ready')).body, { status: 'ready' });
});

test('routes of the app get its page, files that are not there get 404', async () => {
  assert.match((await call('GET', '/games/some-game')).headers.get('content-type') ?? '', /^text\/html/);
  assert.equal((await call('GET', '/_expo/static/gone.js')).status, 404);
  assert.equal((await call('GET', '/dev/mailbox')).status, 404, 'the mailbox is for one’s own machine only');
});

test('a request that is not HTTP does not stop the server', async () => {
  const { port } = new URL(api.url);
  await new Promise<void>((closed, failed) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end('GIBBERISH\r\n\r\n'));
    socket
      .on('error', failed)
      .on('close', () => closed())
      .resume();
  });
  assert.equal((await call('GET', '/health')).status, 200);
});
