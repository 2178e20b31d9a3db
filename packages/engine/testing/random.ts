/**
 * Randomness from a seed: the same seed gives the same numbers in every runtime.
 * Source: sfc32 by Chris Doty-Humphrey, public domain; seeded by FNV-1a over the text of the seed.
 */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** Whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  readonly isChance: (probability: number) => boolean;
  /** Around `mean`, by the sum of four uniform numbers; never further than 3.5 deviations. */
  readonly around: (mean: number, deviation: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** Picks by weight; weights may be any numbers ≥ 0 of which one is not 0. */
  readonly weighted: <T>(choices: readonly T[], weightOf: (choice: T) => number) => T;
  /** A key of the table, by its weight. */
  readonly key: <K extends string>(weights: Readonly<Record<K, number>>) => K;
};

const hashOf = (text: string, salt: number): number => {
  let hash = 2166136261 ^ salt;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
};

export const randomFrom = (seed: string | number): Random => {
  const text = String(seed);
  let a = hashOf(text, 1);
  let b = hashOf(text, 2);
  let c = hashOf(text, 3);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  const weighted = <T>(choices: readonly T[], weightOf: (choice: T) => number): T => {
    let left = next() * choices.reduce((sum, choice) => sum + weightOf(choice), 0);
    for (const choice of choices) {
      left -= weightOf(choice);
      if (left < 0) return choice;
    }
    return choices.at(-1) as T;
  };
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    isChance: (probability) => next() < probability,
    around: (mean, deviation) => mean + (next() + next() + next() + next() - 2) * Math.sqrt(3) * deviation,
    pick: (choices) => choices[Math.floor(next() * choices.length)] as (typeof choices)[number],
    weighted,
    key: <K extends string>(weights: Readonly<Record<K, number>>) =>
      weighted(Object.keys(weights) as K[], (key) => weights[key]),
  };
};
