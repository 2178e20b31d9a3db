import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';
import { caller } from '../../../testing/call.ts';

const api = await startTestApi();
after(() => api.stop());
const call = caller(api.url);

test('looking at the page of a mailed link spends nothing, is kept nowhere and found by nobody', async () => {
  for (const path of ['/account/verify', '/account/reset']) {
    const { status, headers, body } = await call('GET', path);
    assert.equal(status, 200);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-robots-tag'), 'noindex');
    const action = /data-action="([^"]+)"/.exec(body)?.[1] ?? '';
    assert.equal((await call('POST', action, { body: {} })).body.code, 'request-malformed', 'its form leads to a door');
  }
});

test('the script of the pages takes the secret out of the address bar', async () => {
  assert.match((await call('GET', '/account/page.js')).body, /history\.replaceState\(null, '', location\.pathname\)/);
});
