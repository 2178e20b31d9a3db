/** Waits for a fact: asks again until it holds, and fails with its own failure at the deadline. */
import { setTimeout as pause } from 'node:timers/promises';

export const eventually = async <Fact>(fact: () => Fact | Promise<Fact>, withinMs = 30_000): Promise<Fact> => {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await fact();
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
      await pause(100);
    }
  }
};
