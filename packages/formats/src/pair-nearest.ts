/**
 * Detail rows (assist, block, steal, foul drawn) to the plays that bear them, for feeds that do not link the two: the nearest
 * row that can bear the detail and bears none yet. The closest pairs of the whole game are settled first; at equal distance
 * the play stands before its detail.
 * Source: events.md D1, §7 (EuroLeague).
 */

type Row = {
  /** Position in the feed. */
  readonly index: number;
  readonly period: number;
  readonly clockMs: number | null;
};

export type Pairing<Detail extends Row, Bearer extends Row> = {
  readonly details: readonly Detail[];
  readonly bearers: readonly Bearer[];
  readonly fits: (detail: Detail, bearer: Bearer) => boolean;
};

const rowsApart = 24;

/** How far the clocks of a detail and its play may differ; the later looks are for rows that were keyed late. */
const clocksApartMs = [3_000, 15_000, Number.POSITIVE_INFINITY] as const;

const clocksFit = (a: Row, b: Row, apartMs: number): boolean =>
  a.clockMs === null || b.clockMs === null || Math.abs(a.clockMs - b.clockMs) <= apartMs;

/** Detail index → bearer index. */
export const pairNearest = <Detail extends Row, Bearer extends Row>(
  pairing: Pairing<Detail, Bearer>,
): ReadonlyMap<number, number> => {
  const bearerOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const apartMs of clocksApartMs) {
    const candidates = pairing.details
      .filter((detail) => !bearerOf.has(detail.index))
      .flatMap((detail) =>
        pairing.bearers
          .filter(
            (bearer) =>
              bearer.period === detail.period &&
              Math.abs(bearer.index - detail.index) <= rowsApart &&
              clocksFit(detail, bearer, apartMs) &&
              pairing.fits(detail, bearer),
          )
          .map((bearer) => ({ detail: detail.index, bearer: bearer.index })),
      )
      .sort((a, b) => distance(a) - distance(b) || a.detail - b.detail);
    for (const { detail, bearer } of candidates) {
      if (bearerOf.has(detail) || taken.has(bearer)) continue;
      bearerOf.set(detail, bearer);
      taken.add(bearer);
    }
  }
  return bearerOf;
};

/** Rows apart, a play before its detail being half a row nearer than one after it. */
const distance = ({ detail, bearer }: { readonly detail: number; readonly bearer: number }): number =>
  bearer < detail ? detail - bearer : bearer - detail + 0.5;
