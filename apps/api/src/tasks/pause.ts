/** Waits that end at once when the work they belong to must end. */
export const makePause = () => {
  let isOver = false;
  const waking = new Set<() => void>();
  return {
    for: (ms: number): Promise<void> =>
      new Promise((done) => {
        if (isOver) return done();
        const wake = (): void => {
          clearTimeout(timer);
          waking.delete(wake);
          done();
        };
        const timer = setTimeout(wake, ms);
        waking.add(wake);
      }),
    end: (): void => {
      isOver = true;
      for (const wake of [...waking]) wake();
    },
    hasEnded: (): boolean => isOver,
  };
};
