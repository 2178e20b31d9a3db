/** Chance by a seed: the same run again has the same faults in the same order (the moments differ by what the machine does). */
export type Chance = {
  readonly between: (low: number, high: number) => number;
  readonly shuffled: <T>(of: readonly T[]) => T[];
};

export const chanceFrom = (seed: number): Chance => {
  let state = (seed * 2_654_435_769) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    shuffled: (of) => {
      const left = [...of];
      const out = [];
      while (left.length > 0) out.push(...left.splice(Math.floor(next() * left.length), 1));
      return out;
    },
  };
};
