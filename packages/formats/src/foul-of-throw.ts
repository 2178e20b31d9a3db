/**
 * Which foul brought a free throw: the log's one explicit link (D3), which no feed says.
 * A trip keeps its foul; the first throw of a trip goes to a technical if it is said to be one, else to an opponents' foul at
 * that clock, before or after it in the feed, else to the latest.
 * Source: events.md §7 (NBA), scenarios 4 and 5.
 */

export type FoulRow = {
  readonly key: string;
  readonly index: number;
  readonly teamId: string;
  readonly period: number;
  readonly clockMs: number | null;
  /** null: the feed does not say how many. */
  readonly freeThrows: number | null;
  readonly isTechnical: boolean;
  readonly drawnBy: string | null;
};

export type ThrowRow = {
  readonly index: number;
  readonly teamId: string;
  readonly period: number;
  readonly clockMs: number | null;
  readonly by: string | null;
  /** "2 of 3" is number 2 of 3; null: not said. */
  readonly number: number | null;
  readonly of: number | null;
  /** null: not said. */
  readonly isTechnical: boolean | null;
};

type Trip = { readonly foul: FoulRow; readonly teamId: string; readonly of: number | null; next: number };

/** Compares lists of numbers, greater first. */
const byRank = (a: readonly number[], b: readonly number[]): number => {
  for (const [i, value] of a.entries()) {
    const difference = (b[i] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The key of each throw's foul; null where the opponents have none in this period. */
export const foulsOfThrows = (fouls: readonly FoulRow[], throws: readonly ThrowRow[]): readonly (string | null)[] => {
  const taken = new Map<string, number>();
  const trips: Trip[] = [];
  return throws.map((row) => {
    const trip = trips.findLast(
      ({ teamId, of, next }) => teamId === row.teamId && of === row.of && next === row.number,
    );
    const foul =
      row.number !== null && row.number > 1 && trip !== undefined ? trip.foul : foulOfTrip(fouls, row, taken);
    if (foul === null) return null;
    taken.set(foul.key, (taken.get(foul.key) ?? 0) + 1);
    if (trip !== undefined && trip.foul === foul && trip.next === row.number) trip.next += 1;
    else if (row.number !== null) trips.push({ foul, teamId: row.teamId, of: row.of, next: row.number + 1 });
    return foul.key;
  });
};

const foulOfTrip = (fouls: readonly FoulRow[], row: ThrowRow, taken: ReadonlyMap<string, number>): FoulRow | null => {
  const takenOf = ({ key }: FoulRow) => taken.get(key) ?? 0;
  const ranked = fouls
    .filter((foul) => foul.teamId !== row.teamId && mayBring(foul, row, takenOf(foul)))
    .map((foul) => ({ foul, rank: rankOf(foul, row, takenOf(foul)) }))
    .sort((a, b) => byRank(a.rank, b.rank));
  return ranked[0]?.foul ?? null;
};

const isAtClock = (foul: FoulRow, row: ThrowRow): boolean => foul.period === row.period && foul.clockMs === row.clockMs;

/** Throws of a foul at the buzzer may be keyed in the coming period, if the foul says that it brings some. */
const mayBring = (foul: FoulRow, row: ThrowRow, taken: number): boolean => {
  if (foul.period === row.period) return isAtClock(foul, row) || foul.index < row.index;
  return foul.period === row.period - 1 && foul.index < row.index && (foul.freeThrows ?? 0) > taken;
};

const rankOf = (foul: FoulRow, row: ThrowRow, taken: number): readonly number[] => [
  Number(row.isTechnical !== true || foul.isTechnical),
  Number(isAtClock(foul, row)),
  Number(row.isTechnical !== false || !foul.isTechnical),
  Number(taken < (foul.freeThrows ?? Number.POSITIVE_INFINITY)),
  Number(foul.period === row.period),
  Number(foul.freeThrows !== null && foul.freeThrows === row.of),
  Number(foul.drawnBy !== null && foul.drawnBy === row.by),
  Number(foul.index < row.index),
  -Math.abs(foul.index - row.index),
];
