import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { contractVersion } from '@bball/contracts';
import { startTestApi } from '@bball/test-kit';
import { caller } from '../../testing/call.ts';

const api = await startTestApi({
  config: (config) => ({
    ...config,
    limits: {
      ...config.limits,
      readsByAddress: { ...config.limits.readsByAddress, points: 5 },
      readsBySession: { ...config.limits.readsBySession, points: 3 },
    },
    http: { ...config.http, trustProxy: 1 },
  }),
});
after(() => api.stop());
const call = caller(api.url);

test('a session has its own count of reads, below that of its address', async () => {
  const [first, second] = [await api.newUser(), await api.newUser()];
  const read = (headers: Record<string, string>) =>
    call('GET', '/v1/me', { headers: { ...headers, 'X-Forwarded-For': '203.0.113.1' } });
  for (let attempt = 0; attempt < 3; attempt += 1) assert.equal((await read(first.headers)).status, 200);
  assert.equal((await read(first.headers)).body.code, 'too-many-requests');
  assert.equal((await read(second.headers)).status, 200);
  assert.equal((await read(second.headers)).body.code, 'too-many-requests', 'now the address has had its five');
});

test('A-11: plays are never counted by address: a sports hall is one', async () => {
  const scorer = await api.newUser();
  const path = '/v1/games/00000000-0000-7000-8000-000000000000/events';
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const { body } = await call('POST', path, {
      body: { contractVersion, events: [{ id: 'x' }] },
      headers: { ...scorer.headers, 'X-Forwarded-For': '203.0.113.1' },
    });
    assert.equal(body.code, 'game-not-found');
  }
});
