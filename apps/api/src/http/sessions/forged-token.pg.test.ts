import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { caller } from '../../../testing/call.ts';

const api = await startTestApi();
after(() => api.stop());
const call = caller(api.url);
const user = await api.newUser();
const key = api.parts.credentials.keys.signing[0]!;
const nowS = Math.floor(Date.now() / 1000);

const claims = { sid: user.sessionId, gen: 0, auth_time: nowS, epoch: 1 };
type Changes = {
  readonly alg?: string;
  readonly typ?: string;
  readonly kid?: string;
  readonly aud?: string;
  readonly iss?: string;
  readonly exp?: number;
};
const forge = (
  privateKey: typeof key.privateKey | Uint8Array,
  {
    alg = 'Ed25519',
    typ = 'at+jwt',
    kid = key.kid,
    aud = 'basketball-tracker-api',
    iss = 'basketball-tracker',
    exp = nowS + 600,
  }: Changes = {},
) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg, typ, kid })
    .setSubject(user.userId)
    .setIssuer(iss)
    .setAudience(aud)
    .setIssuedAt(nowS)
    .setExpirationTime(exp)
    .sign(privateKey);

const publicPem = await exportSPKI(key.publicKey);
const stranger = (await generateKeyPair('Ed25519')).privateKey;

const forged: Readonly<Record<string, string>> = {
  'alg none': new UnsecuredJWT(claims)
    .setSubject(user.userId)
    .setIssuer('basketball-tracker')
    .setAudience('basketball-tracker-api')
    .setIssuedAt(nowS)
    .setExpirationTime(nowS + 600)
    .encode(),
  'HS256 with the public key': await forge(new TextEncoder().encode(publicPem), { alg: 'HS256' }),
  'the retired name EdDSA': await forge(key.privateKey, { alg: 'EdDSA' }),
  'another key under our kid': await forge(stranger),
  'an unknown kid': await forge(key.privateKey, { kid: 'other' }),
  expired: await forge(key.privateKey, { exp: nowS - 60 }),
  'another audience': await forge(key.privateKey, { aud: 'somebody-else' }),
  'another issuer': await forge(key.privateKey, { iss: 'somebody-else' }),
  'another type': await forge(key.privateKey, { typ: 'JWT' }),
  nonsense: 'a.b.c',
};

test('a token as we make it is taken', async () => {
  const token = await forge(key.privateKey);
  assert.equal((await call('GET', '/v1/me', { headers: { Authorization: `Bearer ${token}` } })).status, 200);
});

for (const [name, token] of Object.entries(forged)) {
  test(`${name}: 401`, async () => {
    const answer = await call('GET', '/v1/me', { headers: { Authorization: `Bearer ${token}` } });
    assert.deepEqual([answer.status, answer.body.code], [401, 'token-invalid']);
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
  });
}

test('a token says nothing of rights, names or addresses', () => {
  const payload = JSON.parse(Buffer.from(user.accessToken.split('.')[1]!, 'base64url').toString());
  assert.deepEqual(Object.keys(payload).sort(), [
    'aud',
    'auth_time',
    'epoch',
    'exp',
    'gen',
    'iat',
    'iss',
    'sid',
    'sub',
  ]);
});
