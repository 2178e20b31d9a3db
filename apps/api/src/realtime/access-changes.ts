/**
 * Hears of changed rights: by NOTIFY at once, by a poll of each 2 s when that is lost. Whoever caches a right subscribes and drops
 * what it holds about the subject; the sockets are re-judged by it (access.md §4, "Revocation").
 * Invariants: each change is told once to each subscriber, in the order of its id as far as it was seen.
 */
import type { Logger } from '../logger.ts';

export type AccessChange = {
  readonly id: number;
  readonly subject: 'user' | 'session' | 'team' | 'league' | 'game' | 'person';
  readonly subjectId: string;
};

export type AccessChanges = {
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: (change: AccessChange) => void) => () => void;
};

/** The two ways to hear; made by the repository, literals in tests. */
export type AccessChangeSource = {
  /** Changes after an id, oldest first; a few before it too, because ids may commit out of order. */
  readonly since: (id: number) => Promise<readonly AccessChange[]>;
  readonly newestId: () => Promise<number>;
  /** Calls back on every NOTIFY; reconnects by itself. */
  readonly listen: (heard: (change: AccessChange) => void) => Promise<() => Promise<void>>;
};

export const accessPollMs = 2_000;
const rememberedIds = 10_000;

export const startAccessChanges = async (
  source: AccessChangeSource,
  log: Logger,
  pollMs = accessPollMs,
): Promise<AccessChanges & { readonly stop: () => Promise<void> }> => {
  const listeners = new Set<(change: AccessChange) => void>();
  const told = new Set<number>();
  let newest = await source.newestId();
  const started = newest;
  const tell = (change: AccessChange): void => {
    if (change.id <= started || told.has(change.id)) return;
    told.add(change.id);
    if (told.size > rememberedIds) told.delete(told.values().next().value!);
    newest = Math.max(newest, change.id);
    for (const listener of listeners) listener(change);
  };
  let running: Promise<void> | null = null;
  const poll = async (): Promise<void> => {
    try {
      for (const change of await source.since(newest)) tell(change);
    } catch (err) {
      log.warn({ event: 'access.poll-failed', err }, 'could not look for changed rights; trying again');
    }
  };
  const timer = setInterval(() => {
    running ??= poll().finally(() => {
      running = null;
    });
  }, pollMs);
  const unlisten = await source.listen(tell);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      clearInterval(timer);
      await running;
      await unlisten();
    },
  };
};
