/** The longest part of a list that is in rising order already: whatever else must move. */

/** Indexes of a longest strictly rising subsequence, by code units. */
export const steadyIndexes = (ranks: readonly string[]): ReadonlySet<number> => {
  const ends: number[] = []; // ends[n]: where the best rising run of n + 1 ends
  const before: (number | null)[] = [];
  for (const [index, rank] of ranks.entries()) {
    const length = ends.findIndex((end) => (ranks[end] ?? '') >= rank);
    const at = length < 0 ? ends.length : length;
    before.push(at === 0 ? null : (ends[at - 1] ?? null));
    ends[at] = index;
  }
  const steady = new Set<number>();
  for (let index = ends.at(-1) ?? null; index !== null; index = before[index] ?? null) steady.add(index);
  return steady;
};
