/** Lets so many through at once; the others wait in line. */
export const makeGate = (width: number) => {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    pass: async <Value>(work: () => Promise<Value>): Promise<Value> => {
      if (inside >= width) await new Promise<void>((enter) => waiting.push(enter));
      else inside += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) inside -= 1;
        else next();
      }
    },
  };
};
