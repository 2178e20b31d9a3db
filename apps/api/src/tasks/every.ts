/** Runs a piece of work again and again, never twice at once; a failure is logged and the next turn comes anyway. */
import type { Logger } from '../logger.ts';

export const every = (ms: number, name: string, log: Logger, work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  const turn = (): void => {
    running ??= work()
      .catch((err: unknown) =>
        log.warn({ event: 'task.failed', task: name, err }, 'a task failed; it will be tried again'),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(turn, ms);
  turn();
  return async () => {
    clearInterval(timer);
    await running;
  };
};
