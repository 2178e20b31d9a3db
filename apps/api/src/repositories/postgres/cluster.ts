/**
 * A PostgreSQL of our own in a folder, on loopback, driven by its own `pg_ctl`.
 * Invariants: the server is never a child that dies half-way (kill -9 of us leaves a whole server, which the next start adopts);
 * a half-made folder is never used (made aside, then renamed); nothing but loopback can reach it and a password is asked for.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Binaries, postgresBinaries } from './binaries.ts';
import { CannotStart } from './cannot-start.ts';
import { type RunAs, runAs } from './run-as.ts';

const run = promisify(execFile);

export type Cluster = {
  /** Address of a database in it. */
  readonly urlOf: (database: string) => string;
  /** It ran already: left over from a kill -9, or somebody else's. */
  readonly wasRunning: boolean;
  /** Starts it again, at the same address, if it was killed. */
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type ClusterOptions = {
  readonly folder: string;
  /** Further settings, each `name=value`. */
  readonly settings?: readonly string[];
};

/** Starts the cluster in a folder, making it first where there is none, or adopts the one that runs there. */
export const startCluster = async ({ folder, settings = [] }: ClusterOptions): Promise<Cluster> => {
  const binaries = await postgresBinaries();
  const home = resolve(folder);
  const server: Server = {
    binaries,
    home,
    as: await runAs(home),
    data: join(home, 'postgres'),
    log: join(home, 'postgres.log'),
  };
  if (!existsSync(server.data)) await make(server);
  const runningPort = await portOfRunning(server);
  const port = runningPort ?? (await start(server, await freePort(), settings));
  const password = readFileSync(join(home, 'database-password'), 'utf8').trim();
  return {
    urlOf: (database) => `postgresql://bball:${password}@127.0.0.1:${port}/${database}`,
    wasRunning: runningPort !== null,
    revive: async () => {
      if ((await portOfRunning(server)) === null) await start(server, port, settings);
    },
    stop: () => stop(server),
  };
};

type Server = {
  readonly binaries: Binaries;
  readonly home: string;
  readonly as: RunAs;
  readonly data: string;
  readonly log: string;
};

const make = async ({ binaries, home, as, data }: Server): Promise<void> => {
  mkdirSync(home, { recursive: true });
  const aside = `${data}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = join(home, 'database-password');
  if (!existsSync(passwordFile))
    writeFileSync(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  const pwfile = `${aside}.password`;
  writeFileSync(pwfile, readFileSync(passwordFile), { mode: 0o600 });
  mkdirSync(aside, { mode: 0o700 });
  if (as.uid !== undefined) for (const path of [aside, pwfile]) chownSync(path, as.uid, as.gid!);
  try {
    await run(
      ...as.command(binaries.initdb, [
        `--pgdata=${aside}`,
        '--username=bball',
        `--pwfile=${pwfile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ]),
      as.options,
    );
    renameSync(aside, data);
  } catch (error) {
    // Two first starts at once: the other one's folder stands already.
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(pwfile, { force: true });
    rmSync(aside, { recursive: true, force: true });
  }
};

const defaults = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'shared_buffers=128MB',
  'jit=off',
  'log_min_messages=warning',
  'timezone=UTC',
  'log_timezone=UTC',
  'max_wal_size=1GB',
];

const start = async (
  { binaries, as, data, log }: Server,
  port: number,
  settings: readonly string[],
): Promise<number> => {
  if (!existsSync(log)) writeFileSync(log, '');
  if (as.uid !== undefined) chownSync(log, as.uid, as.gid!);
  const options = [...defaults, ...settings].map((setting) => `-c ${setting.replace(/=$/, "=''")}`).join(' ');
  try {
    await run(
      ...as.command(binaries.pg_ctl, [
        'start',
        '--wait',
        '--silent',
        '--timeout=60',
        `--pgdata=${data}`,
        `--log=${log}`,
        `--options=-p ${port} ${options}`,
      ]),
      as.options,
    );
  } catch (error) {
    const tail = readFileSync(log, 'utf8').split('\n').slice(-12).join('\n');
    throw new Error(`PostgreSQL did not start. The end of ${log}:\n${tail}`, { cause: error });
  }
  return port;
};

const endingMs = 10_000;
const lookAgainMs = 50;

/**
 * The port of the server that runs in this folder; null when none does. One that was just killed is waited for until it is gone: while
 * its process can be seen, PostgreSQL itself takes the folder for taken. A stale pid file is PostgreSQL's own to clear.
 */
const portOfRunning = async (server: Server): Promise<number | null> => {
  const pidFile = join(server.data, 'postmaster.pid');
  for (let waitedMs = 0; waitedMs < endingMs; waitedMs += lookAgainMs) {
    if (!existsSync(pidFile)) return null;
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    if (!/^-?\d+$/.test(lines[0]?.trim() ?? '')) throw new CannotStart(strange(pidFile));
    if (!isAlive(Number(lines[0]))) return null;
    // `ready` stands on the eighth line.
    if (lines[7]?.trim() !== 'ready') break;
    if (await answers(Number(lines[3]))) return Number(lines[3]);
    await pause(lookAgainMs);
  }
  await stop(server);
  return null;
};

const strange = (pidFile: string): string =>
  `${pidFile} holds no process id. If no PostgreSQL works on this folder, delete that file and start again.`;

const answers = (port: number): Promise<boolean> =>
  new Promise((found) => {
    const probe = connect({ port, host: '127.0.0.1' });
    const say = (isThere: boolean): void => {
      probe.destroy();
      found(isThere);
    };
    probe.once('connect', () => say(true));
    probe.once('error', () => say(false));
  });

const isAlive = (pid: number): boolean => {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    // A pid of before a reboot may be somebody else's now; where /proc tells, believe it.
    return !existsSync('/proc/self/comm') || readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const stop = async ({ binaries, as, data }: Server): Promise<void> => {
  if (!existsSync(join(data, 'postmaster.pid'))) return;
  await run(
    ...as.command(binaries.pg_ctl, ['stop', '--wait', '--silent', '--mode=fast', '--timeout=60', `--pgdata=${data}`]),
    as.options,
  );
};

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
