/** When a part that ended is started again: soon at first, then slower while it keeps ending at once. */
export type Run = { readonly uptimeMs: number };

const firstMs = 250;
const longestMs = 10_000;
/** Having run so long, it counts as sound: the next end is a first one. */
const soundMs = 20_000;

export const restartDelayMs = (runs: readonly Run[]): number => {
  const lastSound = runs.findLastIndex(({ uptimeMs }) => uptimeMs >= soundMs);
  const inARow = runs.length - 1 - lastSound;
  return Math.min(firstMs * 2 ** Math.max(0, inARow - 1), longestMs);
};
