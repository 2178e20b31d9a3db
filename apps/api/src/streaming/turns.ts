/** One after the other for the same key, side by side for others. */
export const makeTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return {
    take: <Value>(key: string, work: () => Promise<Value>): Promise<Value> => {
      const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
      const settled = mine
        .catch(() => undefined)
        .then(() => {
          if (last.get(key) === settled) last.delete(key);
        });
      last.set(key, settled);
      return mine;
    },
  };
};
