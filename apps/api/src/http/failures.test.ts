import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBusy } from './failures.ts';

test('a database that went away passes by itself: 503, whoever says it', () => {
  const raw = (message: string) => Object.assign(new Error(message), { code: 'P2010' });
  assert.ok(isBusy(new Error('Connection terminated unexpectedly')));
  assert.ok(isBusy(raw("Raw query failed. Code: `N/A`. Message: `Can't reach database server at 127.0.0.1:1`")));
  assert.ok(isBusy(raw('Raw query failed. Code: `57P03`. Message: `the database system is shutting down`')));
  assert.ok(isBusy(Object.assign(new Error('x'), { cause: { code: 'ECONNREFUSED' } })));
  assert.equal(isBusy(raw('Raw query failed. Code: `42703`. Message: `column "x" does not exist`')), false);
});
