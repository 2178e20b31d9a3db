/** Waits for a fact: asks again until it holds, and fails with its own failure at the deadline. */
export const eventually = async (fact: () => void | Promise<void>, withinMs = 10_000, everyMs = 10): Promise<void> => {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      await fact();
      return;
    } catch (failure) {
      if (performance.now() > deadline) throw failure;
      await new Promise((again) => setTimeout(again, everyMs));
    }
  }
};
