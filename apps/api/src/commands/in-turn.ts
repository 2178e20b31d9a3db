/**
 * Pieces of work with the same key run one after the other in this process, so that fifty requests about one row wait here and not each in a
 * database connection of its own. Other processes are kept apart by the row's lock.
 */
export type InTurn = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

export const makeInTurn = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = mine.catch(() => {});
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
};
