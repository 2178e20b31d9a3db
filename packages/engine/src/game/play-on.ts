/**
 * Play goes on: what was still open is closed, and what is missing is flagged.
 * A live miss wants its rebound, and a foul its throws. Source: events.md §6, FTH-3, FOU-4.
 */
import { type Effect, flag } from './effects.ts';
import type { Floor } from './floor.ts';

const none: readonly Effect[] = [];

const missingThrows = (floor: Floor): Effect[] => {
  const effects: Effect[] = [];
  for (const foulId of floor.state.openTrips) {
    const trip = floor.state.trips.get(foulId);
    if (trip?.due == null || trip.taken >= trip.due) continue;
    effects.push(
      flag('free-throws-missing', { side: trip.side, about: foulId, detail: { due: trip.due, taken: trip.taken } }),
    );
  }
  return effects;
};

/** Closes the open throws. */
export const throwsAreOver = (floor: Floor): readonly Effect[] =>
  floor.state.openTrips.length === 0 ? none : [...missingThrows(floor), { does: 'close-trips' }];

/** Closes the open miss. */
export const missIsOver = (floor: Floor): readonly Effect[] => {
  const miss = floor.state.openMiss;
  return miss === null
    ? none
    : [flag('rebound-missing', { side: miss.side, about: miss.playId }), { does: 'settle-miss' }];
};

/** Closes both: a shot, a turnover. */
export const playGoesOn = (floor: Floor): readonly Effect[] => {
  if (floor.state.openMiss === null && floor.state.openTrips.length === 0) return none;
  return [...throwsAreOver(floor), ...missIsOver(floor)];
};
