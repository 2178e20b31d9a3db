import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { eventually } from '../../../testing/eventually.ts';
import { readConfig } from '../../config/index.ts';
import { AlreadyRunning, openStore } from './store.ts';

test('an embedded database that was killed comes back at its address, and stays held', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-store-'));
  const config = readConfig({ DATA_DIR: folder }, folder);
  const store = await openStore(config);
  try {
    const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(postmaster, 'SIGKILL');
    await eventually(async () => {
      const client = new pg.Client({ connectionString: store.url });
      client.on('error', () => {});
      try {
        await client.connect();
        const { rows } = await client.query(
          "select count(*)::integer as held from pg_locks where locktype = 'advisory'",
        );
        assert.deepEqual(rows, [{ held: 1 }]);
      } finally {
        await client.end();
      }
    }, 30_000);
    await assert.rejects(openStore(config), AlreadyRunning);
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
