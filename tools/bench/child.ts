/** A server in a process of its own, so that it and the load don't share a core. It says where it is, and ends with us. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export type Host<Answer> = { readonly answer: Answer; readonly stop: () => Promise<void> };

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));

export const startHost = <Answer>(file: string, env: Record<string, string> = {}): Promise<Host<Answer>> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, file), { env: { ...process.env, ...env } });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.once('message', (answer) =>
      resolve({
        answer: answer as Answer,
        stop: async () => {
          const end = ended(child);
          child.disconnect();
          await end;
        },
      }),
    );
  });
