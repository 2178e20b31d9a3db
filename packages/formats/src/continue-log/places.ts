/** Where the plays of a new reading stand among those that are in the log already. */
import { type EventId, type LoggedEvent, rankBetween } from '@bball/engine';
import type { ReadPlay, Said } from './said.ts';
import { steadyIndexes } from './steady-order.ts';

/** Each play with the rank it stands at: as before where the order is kept, between its neighbours where it is new or has moved. */
export const placed = (
  plays: readonly ReadPlay[],
  said: ReadonlyMap<EventId, Said>,
  { deviceId }: LoggedEvent,
): readonly ReadPlay[] => {
  const steady = new Map<EventId, string>();
  for (const period of new Set(plays.map(({ place }) => place.period))) {
    const there = plays.flatMap(({ id, place }) => {
      const before = said.get(id);
      return place.period === period && before?.period === period ? [before] : [];
    });
    const kept = steadyIndexes(there.map(({ rank }) => rank));
    for (const [index, { id, rank }] of there.entries()) if (kept.has(index)) steady.set(id, rank);
  }
  const last = new Map<number, string>();
  return plays.map((play, index) => {
    const { period, rank: own } = play.place;
    const after = last.get(period) ?? null;
    const next = plays.slice(index + 1).find(({ id, place }) => place.period === period && steady.has(id));
    const before = next === undefined ? null : (steady.get(next.id) ?? null);
    const isFree = (after === null || own > after) && (before === null || own < before);
    const rank = steady.get(play.id) ?? (isFree ? own : rankBetween(after, before, deviceId));
    last.set(period, rank);
    return { ...play, place: { period, rank } };
  });
};
