/**
 * Where a play stands in the game. Order is (period, rank, id) by code units, and never the clock.
 * Source: protocol.md §3; decision D7 (a rank is a time, not a counter).
 */
import type { EventId } from './ids.ts';

export type Place = {
  /** 1…n; overtime goes on counting. */
  readonly period: number;
  /** `^[0-9A-Za-z]{1,128}$`, not ending in `0`, compared as ASCII. */
  readonly rank: string;
};

export type Placed = { readonly id: EventId; readonly place: Place };

/** Negative when `a` stands before `b`. Total: two plays with different ids never compare equal. */
export const comparePlaced = (a: Placed, b: Placed): number => {
  if (a.place.period !== b.place.period) return a.place.period - b.place.period;
  if (a.place.rank !== b.place.rank) return a.place.rank < b.place.rank ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
};
