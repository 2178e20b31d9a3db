/** How many sockets and how many messages (access.md §4): five a session, a thousand an address, twenty messages a second. */
import { socketLimits } from '@bball/contracts';

const makeCounts = (most: number) => {
  const counts = new Map<string, number>();
  return {
    add: (key: string): boolean => {
      const next = (counts.get(key) ?? 0) + 1;
      if (next > most) return false;
      counts.set(key, next);
      return true;
    },
    remove: (key: string): void => {
      const left = (counts.get(key) ?? 0) - 1;
      if (left > 0) counts.set(key, left);
      else counts.delete(key);
    },
  };
};

export const makeSocketCounts = () => ({
  bySession: makeCounts(socketLimits.socketsPerSession),
  byAddress: makeCounts(socketLimits.socketsPerAddress),
});

/** A bucket of one socket: false when it is empty. */
export const makeMessageBucket = (nowMs: () => number, perSecond: number) => {
  let left = perSecond;
  let atMs = nowMs();
  return (): boolean => {
    const passedMs = nowMs() - atMs;
    atMs += passedMs;
    left = Math.min(perSecond, left + (passedMs / 1000) * perSecond);
    if (left < 1) return false;
    left -= 1;
    return true;
  };
};
