/** `npm start`: reads the environment, starts the API, says where it is, stops it in order. Decides nothing. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApi } from './composition.ts';
import { ConfigError, readConfig } from './config/index.ts';
import { makeLogger } from './logger.ts';
import { CannotStart } from './repositories/postgres/cannot-start.ts';
import { welcome } from './welcome.ts';

const stopDeadlineMs = 18_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Set by a signal that comes before all stands: then what was started is stopped again. */
let mustStop = false;
let stop = (): void => {
  mustStop = true;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());

try {
  const config = readConfig(process.env, join(fileURLToPath(import.meta.url), '../../../..'));
  const api = await startApi(config, makeLogger({ level: config.logLevel }), {
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    randomBytes: (count) => randomBytes(count),
  });
  stop = () => {
    stop = () => {};
    say('Stopping …');
    // Whatever does not let go: the next start finds everything, and adopts the database if it still runs.
    setTimeout(() => process.exit(1), stopDeadlineMs).unref();
    void api.stop().then(() => process.exit(0));
  };
  if (mustStop) stop();
  else say(welcome(config, api));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

/** What a person can do something about is said in a line; a bug keeps its stack. */
function reasonOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof CannotStart) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop that one, or set PORT to another.`;
  return error.stack ?? error.message;
}
