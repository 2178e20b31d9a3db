/** A wake-up call that is never lost: raised while nobody waits, it is found raised by the next who does. */
export const makeLatch = () => {
  let isRaised = false;
  let wake: (() => void) | null = null;

  const wait = (ms: number, isWakeable: boolean): Promise<void> =>
    new Promise((done) => {
      const finish = (): void => {
        clearTimeout(timer);
        wake = null;
        done();
      };
      const timer = setTimeout(finish, ms);
      if (isWakeable) wake = finish;
    });

  return {
    raise: (): void => {
      isRaised = true;
      wake?.();
    },
    lower: (): void => {
      isRaised = false;
    },
    isRaised: (): boolean => isRaised,
    /** Until it is raised, at most so long. */
    raised: (ms: number): Promise<void> => (isRaised ? Promise.resolve() : wait(ms, true)),
    /** So long, whoever calls. */
    pause: (ms: number): Promise<void> => wait(ms, false),
  };
};
