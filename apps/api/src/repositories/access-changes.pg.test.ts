import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { makeLogger } from '../logger.ts';
import { hearAccessChanges } from './access-changes.ts';

const database = await testDatabase();
after(() => database.close());
const log = makeLogger({ level: 'silent' });

const note = (subjectId: string) =>
  database.pool.query("insert into access_changes (subject, subject_id) values ('team', $1)", [subjectId]);

for (const listens of [true, false]) {
  test(`a changed right is heard once, within 5 s, ${listens ? 'by NOTIFY' : 'by the poll alone'}`, async () => {
    await note(randomUUID());
    const changes = await hearAccessChanges({ database, url: database.url, log, listens });
    const heard: string[] = [];
    changes.subscribe(({ subjectId }) => heard.push(subjectId));
    const [first, second] = [randomUUID(), randomUUID()];
    await note(first);
    await note(second);
    await eventually(() => assert.deepEqual(heard, [first, second]), 5_000);
    // One more round of the poll tells nothing twice.
    await note(first);
    await eventually(() => assert.deepEqual(heard, [first, second, first]), 5_000);
    await changes.stop();
  });
}

test('a change of a transaction that rolled back is never heard', async () => {
  const changes = await hearAccessChanges({ database, url: database.url, log });
  const heard: string[] = [];
  changes.subscribe(({ subjectId }) => heard.push(subjectId));
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query("insert into access_changes (subject, subject_id) values ('team', $1)", [randomUUID()]);
  await client.query('rollback');
  client.release();
  const told = randomUUID();
  await note(told);
  await eventually(() => assert.deepEqual(heard, [told]), 5_000);
  await changes.stop();
});

test('hearing goes on after its connection was cut', async () => {
  const changes = await hearAccessChanges({ database, url: database.url, log, pollMs: 600_000 });
  const heard = new Set<string>();
  changes.subscribe(({ subjectId }) => heard.add(subjectId));
  const { rows } = await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen access_changed' and datname = current_database()",
  );
  assert.ok(rows.length > 0);
  await eventually(async () => {
    await note(randomUUID());
    assert.ok(heard.size > 0);
  }, 10_000);
  await changes.stop();
});
