/** A server in a process of its own, so that it and the load don't share a core. It says where it is, and ends with us. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export type Host<Answer> = {
  readonly answer: Answer;
  /** Sends a word and waits for what comes back. */
  readonly ask: (word: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

const nextMessage = (child: ChildProcess, file: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });

export const startHost = async <Answer>(file: string, env: Record<string, string> = {}): Promise<Host<Answer>> => {
  const child = fork(join(import.meta.dirname, file), { env: { ...process.env, ...env } });
  return {
    answer: (await nextMessage(child, file)) as Answer,
    ask: (word) => {
      child.send(word);
      return nextMessage(child, file);
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
};
