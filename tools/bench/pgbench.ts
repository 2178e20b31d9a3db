/** The yardstick of the append: pgbench calling the same SQL function in the same database, without HTTP, contract or rights. */
import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Keying } from './plays.ts';

export const hasPgbench = (): boolean => {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Which games, and the body of an event for each; the script gives it a fresh id each time. */
export const preparePgbench = async (databaseUrl: string, keyings: readonly Keying[]): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('drop table if exists bench_games');
  await client.query('create table bench_games (number int primary key, game_id uuid not null, body jsonb not null)');
  for (const [index, keying] of keyings.entries()) {
    const values = [index + 1, keying.gameId, JSON.stringify(keying.next(1)[0])];
    await client.query('insert into bench_games values ($1, $2, $3)', values);
  }
  await client.query('analyze bench_games');
  await client.end();
};

/** Transactions a second, each one event. */
export const transactionsPerSecond = async (
  databaseUrl: string,
  { together, seconds, games }: { readonly together: number; readonly seconds: number; readonly games: number },
): Promise<number> => {
  const script = join(import.meta.dirname, 'append.sql');
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    together,
    '-j',
    1,
    '-T',
    seconds,
    '-D',
    `games=${games}`,
    '-f',
    script,
    databaseUrl,
  ];
  const { stdout } = await promisify(execFile)('pgbench', args.map(String));
  const found = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (found === undefined || !/number of failed transactions: 0 /.test(stdout)) throw new Error(stdout);
  return Number(found);
};
