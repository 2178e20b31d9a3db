import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';

const api = await startTestApi();
after(() => api.stop());
const { users } = api.parts.repositories.accounts;

const addUser = async (email: string): Promise<string> => {
  const id = api.parts.newId();
  await users.add({
    id,
    email,
    emailNorm: email,
    passwordHash: 'none',
    displayName: 'Demo',
    country: 'DE',
    bornOn: null,
    atMs: 0,
  });
  return id;
};

test('where others may come the logins of the demo are shut, and nobody else’s', async () => {
  const [demo, own] = [await addUser('admin@demo.example'), await addUser('admin@club.example')];
  await users.setDemoLogins('shut');
  assert.deepEqual([(await users.find(demo))?.status, (await users.find(own))?.status], ['locked', 'active']);
  await users.setDemoLogins('open');
  assert.equal((await users.find(demo))?.status, 'active');
});
