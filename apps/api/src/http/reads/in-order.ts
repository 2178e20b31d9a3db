/**
 * The keys of a value in one order, whatever made it: a game folded in memory has them as the engine wrote them, a stored one as its
 * canonical bytes. An ETag promises the same bytes, from every process and in every profile (P8).
 */
export const inOrder = <Value>(value: Value): Value => ordered(value) as Value;

const ordered = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const members = Object.entries(value).map(([key, member]) => [key, ordered(member)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
};
