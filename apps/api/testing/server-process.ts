/** The server as a process of its own, to be killed at any moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export type ServerProcess = {
  /** Until it answers. */
  readonly start: () => Promise<void>;
  /** SIGKILL: nothing is said, nothing is closed. */
  readonly kill: () => Promise<void>;
  /** SIGTERM: it ends in order. Answers its exit code and how long it took. */
  readonly terminate: () => Promise<{ readonly code: number | null; readonly tookMs: number }>;
};

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

export const serverProcess = (environment: Readonly<Record<string, string>>): ServerProcess => {
  let child: ChildProcess | null = null;
  return {
    start: async () => {
      const started = spawn(process.execPath, [main], {
        env: { PATH: process.env.PATH ?? '', ...environment },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      const output = started.stdout;
      await new Promise<void>((ready, failed) => {
        started.once('exit', (code) => failed(new Error(`the server ended with ${code} before it was ready`)));
        output.on('data', (chunk: Buffer) => {
          if (chunk.toString().includes('is ready at')) ready();
        });
      });
      output.resume();
    },
    kill: async () => {
      if (child === null || child.exitCode !== null) return;
      child.removeAllListeners('exit');
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = null;
    },
    terminate: async () => {
      if (child === null) return { code: null, tookMs: 0 };
      child.removeAllListeners('exit');
      const startedMs = performance.now();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      child = null;
      return { code, tookMs: performance.now() - startedMs };
    },
  };
};
