/** The device's clock and timers, named in one place: everything else takes them as arguments. */

/** Milliseconds that only ever grow: for waits and running clocks, never for dates. */
export const now = (): number => performance.now();

/** The wall clock, to tell today from tomorrow. */
export const wallNow = (): number => Date.now();

/** Calls back once; answers how to cancel. */
export const after = (ms: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};
