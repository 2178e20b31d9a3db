/** The embedded profile: `npm start` on a fresh data folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiEnvironment, type Profile, profileOf } from './profile.ts';

const program = join(import.meta.dirname, '../../../apps/api/src/main.ts');

/** As docs/operations.md says: the password beside the database, the port on the fourth line of its pid file. */
const databaseUrlIn = (folder: string): string => {
  const password = readFileSync(join(folder, 'database-password'), 'utf8').trim();
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://bball:${password}@127.0.0.1:${port}/bball`;
};

const addressOf = async (output: AsyncIterable<Buffer>): Promise<string> => {
  let text = '';
  for await (const chunk of output) {
    text += chunk.toString();
    const url = /is ready at (\S+)/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`it ended before it was ready:\n${text}`);
};

export const startEmbedded = async (): Promise<Profile> => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-acceptance-'));
  // As root the database runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  const env = {
    PATH: process.env.PATH ?? '',
    DATA_DIR: folder,
    PORT: '0',
    METRICS_PORT: '0',
    DEMO: 'off',
    LOG_LEVEL: 'warn',
    ...apiEnvironment,
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(child.stdout.iterator({ destroyOnReturn: false }));
  child.stdout.resume();
  return profileOf({
    name: 'embedded',
    url,
    databaseUrl: databaseUrlIn(folder),
    stop: async () => {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  });
};
