/** A Valkey of a test's own, as the stack starts it, to be killed, stopped in its tracks, emptied and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from '@bball/stack/install';
import { placeOf } from '@bball/stack/place';
import { redisArguments } from '@bball/stack/settings/redis';
import { Redis } from 'ioredis';
import { requireSuffix } from './suffix.ts';

export type TestRedis = {
  readonly url: string;
  /** For looking at what is there; waits where the server is away. */
  readonly client: Redis;
  /** SIGKILL; what was in it is there again after the next `start`, up to the last second. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Takes connections and answers nothing. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly close: () => Promise<void>;
};

const others = ['kafka', 'flink', 's3', 'job'] as const;

export const testRedis = async (): Promise<TestRedis> => {
  requireSuffix('testRedis()', ['.stack']);
  const program = await install(placeOf(), process.env.PATH ?? '', () => {}, others).redis;
  if ('missing' in program) throw new Error(program.missing);
  const folder = mkdtempSync(join(tmpdir(), 'bball-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, ...redisArguments()];
  let server: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    server = spawn(program.path, args, { stdio: 'ignore' });
    endWithUs(server);
    await client.ping();
  };
  const kill = async (): Promise<void> => {
    if (server === null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
    server = null;
  };
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20, lazyConnect: true });
  client.on('error', () => {});
  await start();
  return {
    url,
    client,
    kill,
    start,
    freeze: () => void server?.kill('SIGSTOP'),
    thaw: () => void server?.kill('SIGCONT'),
    close: async () => {
      client.disconnect();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A shell that waits for the end of this process, however that ends, and then ends the server. */
const endWithUs = (server: ChildProcess): void => {
  const guard = spawn('sh', ['-c', 'cat > /dev/null; kill -9 "$0"', String(server.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  server.once('exit', () => guard.kill('SIGKILL'));
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};
