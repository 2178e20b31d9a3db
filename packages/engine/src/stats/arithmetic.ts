/** Arithmetic of columns: what was not tracked makes what is built on it unknown, and nothing is divided by nothing. */
export type Known = number | null;

/** A sum of terms, each with its factor; null as soon as one term is. */
export const weighted = (...terms: readonly (readonly [factor: number, value: Known])[]): Known => {
  let sum = 0;
  for (const [factor, value] of terms) {
    if (value === null) return null;
    sum += factor * value;
  }
  return sum;
};

/** A fraction; null without a denominator. */
export const divided = (numerator: Known, denominator: Known): Known =>
  numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;

export const multiplied = (...factors: readonly Known[]): Known =>
  factors.reduce<Known>((product, factor) => (product === null || factor === null ? null : product * factor), 1);
