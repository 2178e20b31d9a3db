/** Threat 11 at every door: no cache can hand one reader's view to another. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { makeTenant, type Tenant, trying } from '../../testing/tenant.ts';
import { operationsOn } from '../../testing/walk.ts';

let api: TestApi;
let tenant: Tenant;

before(async () => {
  api = await startTestApi();
  tenant = await makeTenant(api, 'Doors');
});
after(() => api.stop());

const reads = async () => (await operationsOn(api, tenant, 'adult')).filter(({ method }) => method === 'get');

test('the public door does not look at credentials: everybody gets the same bytes', async () => {
  for (const { path, template } of (await reads()).filter((read) => read.template.startsWith('/v1/public/'))) {
    const plain = await trying(api, null)('GET', path);
    const asAdmin = await trying(api, tenant.users.leagueAdmin)('GET', path);
    const asNonsense = await trying(api, { headers: { Authorization: 'Bearer nonsense' } })('GET', path);
    assert.deepEqual([asAdmin.status, asAdmin.body.code], [plain.status, plain.body.code], template);
    if (plain.status !== 200) continue;
    assert.deepEqual(asAdmin.body, plain.body, template);
    assert.deepEqual(asNonsense.body, plain.body, template);
    assert.match(plain.headers.get('cache-control') ?? '', /^public, max-age=\d+/, template);
  }
});

test('the private door is kept by nobody, whoever asks', async () => {
  for (const { path, template } of (await reads()).filter((read) => !read.template.startsWith('/v1/public/'))) {
    for (const user of [null, tenant.users.leagueAdmin, tenant.users.homeCoach]) {
      const { headers } = await trying(api, user)('GET', path);
      assert.match(headers.get('cache-control') ?? '', /no-store/, template);
    }
  }
});
