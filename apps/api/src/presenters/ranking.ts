/** Ranks as tables give them: equal rows share one, and the next row counts them all (1, 2, 2, 4). */
import type { TeamRecord } from '../repositories/finals.ts';

export type Ranked<Row> = Row & { readonly rank: number };

/** @param rows in their order */
export const ranked = <Row>(rows: readonly Row[], isLevel: (a: Row, b: Row) => boolean): readonly Ranked<Row>[] => {
  let rank = 0;
  return rows.map((row, at) => {
    const before = rows[at - 1];
    if (before === undefined || !isLevel(before, row)) rank = at + 1;
    return { ...row, rank };
  });
};

/** By the share of wins, a tie being half of one, then by the difference of points, then by points. Who has not played comes last. */
export const betterRecord = (a: TeamRecord, b: TeamRecord): number =>
  Number(a.games === 0) - Number(b.games === 0) ||
  halfWins(b) * a.games - halfWins(a) * b.games ||
  b.pts - b.opponentPts - (a.pts - a.opponentPts) ||
  b.pts - a.pts;

const halfWins = ({ won, tied }: TeamRecord): number => 2 * won + tied;
