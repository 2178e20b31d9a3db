import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '@bball/test-kit';
import { makeAudit } from './audit.ts';
import { openDatabase } from './database.ts';

const server = await testDatabase();
const database = openDatabase({ url: server.url, poolSize: 2, role: server.role, onError: () => {} });
after(async () => {
  await database.close();
  await server.close();
});
const audit = makeAudit(database.prisma);
const dayMs = 86_400_000;
const write = (action: string, days: number) =>
  audit.write({
    atMs: Date.now() - days * dayMs,
    actor: { kind: 'task', id: null, sessionId: null },
    action,
    outcome: 'done',
    addressPrefix: '203.0.113.0/24',
    traceId: null,
  });

test('the audit forgets addresses after 30 days, sign-ins after 90, the rest after 24 months', async () => {
  for (const days of [29, 31, 91, 740]) {
    await write('sign-in', days);
    await write('canEditRoster', days);
  }
  await audit.forgetOld();
  const { rows } = await server.pool.query(
    'select action, floor(extract(epoch from now() - at) / 86400)::int as days, address_prefix is not null as placed from audit_entries order by action, days',
  );
  assert.deepEqual(rows, [
    { action: 'canEditRoster', days: 29, placed: true },
    { action: 'canEditRoster', days: 31, placed: false },
    { action: 'canEditRoster', days: 91, placed: false },
    { action: 'sign-in', days: 29, placed: true },
    { action: 'sign-in', days: 31, placed: false },
  ]);
});

test('the API itself can neither change nor delete what was noted', async () => {
  await assert.rejects(database.pool.query("update audit_entries set outcome = 'refused'"), /permission denied/);
  await assert.rejects(database.pool.query('delete from audit_entries'), /permission denied/);
  await assert.rejects(database.pool.query('truncate audit_entries'), /permission denied/);
});
