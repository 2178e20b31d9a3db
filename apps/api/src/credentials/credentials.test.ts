import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accountRules } from '../config/accounts.ts';
import { makeAccessTokens } from './access-token.ts';
import { openKeys } from './keys.ts';
import { makePasswords } from './passwords.ts';
import { hashOf, newRefreshToken, successorsOf } from './refresh-token.ts';

const folder = mkdtempSync(join(tmpdir(), 'bball-keys-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const dayMs = 86_400_000;
let nowMs = 1_000 * dayMs;
const world = { nowMs: () => nowMs, randomBytes: (count: number) => randomBytes(count) };
const claims = { userId: 'user', sessionId: 'session', generation: 3, authTimeMs: nowMs, epoch: 1 };

test('keys are made once, readable by their owner only, and stay over a restart', async () => {
  const [first, again] = [await openKeys(folder, world), await openKeys(folder, world)];
  assert.deepEqual(
    again.signing.map(({ kid }) => kid),
    first.signing.map(({ kid }) => kid),
  );
  assert.equal(statSync(join(folder, 'keys/signing.json')).mode & 0o777, 0o600);
  assert.equal(JSON.parse(readFileSync(join(folder, 'keys/refresh.json'), 'utf8')).length, 1);
});

test('after 90 days a new signing key signs, the one before is still believed, the one before that no more', async () => {
  const tokens: string[] = [];
  for (let age = 0; age < 3; age += 1) {
    const keys = await openKeys(folder, world);
    const long = makeAccessTokens({ keys, lifetimeMs: 300 * dayMs, nowMs: world.nowMs });
    tokens.push((await long.sign(claims)).token);
    nowMs += 90 * dayMs;
  }
  nowMs -= 90 * dayMs;
  const { verify } = makeAccessTokens({ keys: await openKeys(folder, world), lifetimeMs: 600_000, nowMs: world.nowMs });
  const answers = await Promise.all(tokens.map(verify));
  assert.deepEqual(
    answers.map((answer) => answer !== null),
    [false, true, true],
  );
});

test('a token that was believed once is not believed for longer than it lasts', async () => {
  const { sign, verify } = makeAccessTokens({
    keys: await openKeys(folder, world),
    lifetimeMs: 600_000,
    nowMs: world.nowMs,
  });
  const { token, expiresAtMs } = await sign(claims);
  assert.equal((await verify(token))?.generation, 3);
  nowMs = expiresAtMs;
  assert.equal(await verify(token), null);
});

test('a refresh token’s successor is the same for the same key, and another for another', async () => {
  const { refresh } = await openKeys(folder, world);
  const token = newRefreshToken('0192', randomBytes(32));
  assert.deepEqual(successorsOf(token, refresh), successorsOf(token, refresh));
  assert.match(successorsOf(token, refresh)[0] ?? '', /^0192\.[\w-]{43}$/);
  assert.equal(hashOf(token).length, 32);
});

const cheap = { ...accountRules.argon2, memoryCost: 64 };

test('a password is known again in any composition of its letters, and nobody’s hash is nobody’s password', async () => {
  const passwords = makePasswords(cheap, world.randomBytes);
  const hashed = await passwords.hash('Zug um Zug nach Köln'.normalize('NFD'));
  assert.ok(hashed.ok);
  assert.deepEqual(await passwords.verify(hashed.value, 'Zug um Zug nach Köln'.normalize('NFC')), {
    ok: true,
    value: true,
  });
  assert.deepEqual(await passwords.verify(hashed.value, 'zug um zug nach köln'), { ok: true, value: false });
  assert.deepEqual(await passwords.verify(null, ''), { ok: true, value: false });
});

test('a hash of other parameters is outdated', async () => {
  const hashed = await makePasswords(cheap, world.randomBytes).hash('x');
  assert.ok(hashed.ok);
  const dearer = makePasswords({ ...cheap, memoryCost: 128 }, world.randomBytes);
  assert.deepEqual(
    [dearer.isOutdated(hashed.value), makePasswords(cheap, world.randomBytes).isOutdated(hashed.value)],
    [true, false],
  );
});

test('beyond four at once and 32 in the queue the next is told to come again, and the queue drains', async () => {
  const passwords = makePasswords(cheap, world.randomBytes);
  const answers = await Promise.all(Array.from({ length: 50 }, () => passwords.hash('a flood of sign-ins')));
  assert.equal(answers.filter(({ ok }) => ok).length, 36);
  const refused = answers.find(({ ok }) => !ok);
  assert.deepEqual(refused, { ok: false, code: 'server-busy', detail: null, retryAfterSeconds: 2 });
  assert.ok((await passwords.hash('after the flood')).ok);
});
