import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from './test-database.ts';

const database = await testDatabase();
after(() => database.close());

test('a test database is migrated and empty', async () => {
  const { rows } = await database.pool.query('select count(*)::int as users from users');
  assert.deepEqual(rows, [{ users: 0 }]);
});

test('the role of the API may extend the audit and nothing else', async () => {
  assert.notEqual(database.role, null);
  const client = await database.pool.connect();
  try {
    await client.query(`set role ${database.role}`);
    await client.query(
      "insert into audit_entries (at, actor_kind, action, outcome) values (now(), 'task', 'canOperate', 'done')",
    );
    await assert.rejects(client.query("update audit_entries set outcome = 'refused'"), /permission denied/);
    await assert.rejects(client.query('delete from audit_entries'), /permission denied/);
  } finally {
    client.release(true);
  }
});
