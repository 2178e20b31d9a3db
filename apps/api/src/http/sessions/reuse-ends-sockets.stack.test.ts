/** Threat 2, the rest of it: the family that a stolen token ended loses its sockets, too. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { goodPassword, openAccount } from '../../../testing/account.ts';
import { caller } from '../../../testing/call.ts';
import { eventually } from '../../../testing/eventually.ts';
import { makeTenant } from '../../../testing/tenant.ts';
import { watchGame } from '../../../testing/viewer.ts';

let nowMs = Date.parse('2026-11-24T18:00:00.000Z');
let api: TestApi;
let gameId: string;

before(async () => {
  api = await startTestApi({ nowMs: () => nowMs });
  ({ gameId } = await makeTenant(api, 'Reuse'));
});
after(() => api.stop());

test('a spent token that comes back ends the watching of its session within 5 s, and of no other', async () => {
  const call = caller(api.url);
  await openAccount(api, 'scorer@example.org');
  const signIn = async () =>
    (
      await call('POST', '/v1/sessions', {
        body: { email: 'scorer@example.org', password: goodPassword, client: 'phone' },
      })
    ).body;
  const refresh = (refreshToken: string) => call('POST', '/v1/sessions/refresh', { body: { refreshToken } });
  const [robbed, other] = [await signIn(), await signIn()];
  const watchers = [robbed, other].map(({ accessToken }) => watchGame(api.url, gameId, accessToken));
  const endings = (watcher: (typeof watchers)[number]) =>
    watcher.frames.filter((frame) => frame.startsWith('watch-ended'));
  try {
    await eventually(() =>
      assert.ok(watchers.every(({ frames }) => frames.some((frame) => frame.startsWith('watching')))),
    );
    nowMs += 61_000;
    const { body: next } = await refresh(robbed.refreshToken);
    assert.equal(
      (await call('GET', '/v1/me', { headers: { Authorization: `Bearer ${next.accessToken}` } })).status,
      200,
    );
    nowMs += 61_000;
    assert.equal((await refresh(robbed.refreshToken)).body.code, 'session-ended');
    await eventually(() => assert.equal(endings(watchers[0]!).length, 1), 5_000);
    assert.deepEqual(endings(watchers[1]!), []);
  } finally {
    for (const watcher of watchers) watcher.close();
  }
});
