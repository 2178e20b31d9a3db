/** Two PostgreSQL of a test's own: a primary and a real streaming replica of it, which can be paused. */
import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '@bball/api/postgres';
import { runAs } from '@bball/api/run-as';
import pg from 'pg';
import { requireSuffix } from './suffix.ts';

export type TestReplica = {
  /** An empty database, replicated. */
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** The replica goes on answering, with what it has. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stopReplica: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const name = 'bball';

export const startTestReplica = async (): Promise<TestReplica> => {
  requireSuffix('startTestReplica()', ['.stack']);
  const folder = mkdtempSync(join(tmpdir(), 'bball-replica-'));
  const [primaryHome, replicaHome] = [join(folder, 'primary'), join(folder, 'replica')];
  const primary = await startCluster({ folder: primaryHome, settings: ['wal_level=replica', 'max_wal_senders=4'] });
  const admin = new pg.Client({ connectionString: primary.urlOf('postgres') });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await copyRunning(admin, primaryHome, replicaHome, primary.urlOf('postgres'));
  const replica = await startCluster({ folder: replicaHome });
  const standby = new pg.Client({ connectionString: replica.urlOf('postgres') });
  standby.on('error', () => {});
  await standby.connect();
  let isStopped = false;
  const stopReplica = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await standby.end().catch(() => {});
    await replica.stop();
  };
  return {
    primaryUrl: primary.urlOf(name),
    replicaUrl: replica.urlOf(name),
    pause: async () => void (await standby.query('select pg_wal_replay_pause()')),
    resume: async () => void (await standby.query('select pg_wal_replay_resume()')),
    stopReplica,
    close: async () => {
      await stopReplica();
      await admin.end();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What `pg_basebackup` does, which the embedded binaries lack: a copy between two calls, and the label that the second one gives. */
const copyRunning = async (admin: pg.Client, from: string, to: string, primaryUrl: string): Promise<void> => {
  mkdirSync(to, { recursive: true });
  cpSync(join(from, 'database-password'), join(to, 'database-password'));
  await admin.query("select pg_backup_start('a replica', true)");
  const data = join(to, 'postgres');
  cpSync(join(from, 'postgres'), data, { recursive: true, filter: (path) => !path.endsWith('postmaster.pid') });
  const { rows } = await admin.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  writeFileSync(join(data, 'backup_label'), rows[0]!.labelfile);
  writeFileSync(join(data, 'standby.signal'), '');
  const settings = join(data, 'postgresql.auto.conf');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}primary_conninfo = '${primaryUrl}'\n`);
  const { uid, gid } = await runAs(to);
  if (uid === undefined || gid === undefined) return;
  for (const path of ['.', ...readdirSync(data, { recursive: true, encoding: 'utf8' })])
    chownSync(join(data, path), uid, gid);
};
