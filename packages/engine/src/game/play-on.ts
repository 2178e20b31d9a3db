/**
 * Play goes on: what was still open is closed, and what is missing is flagged.
 * A live miss wants its rebound, and a foul its throws. Source: events.md §6, FTH-3, FOU-4.
 */
import { type Effect, flag } from './effects.ts';
import { type Floor, isTracked, isTrackedOfBoth } from './floor.ts';

const none: readonly Effect[] = [];

const missingThrows = (floor: Floor): Effect[] => {
  const effects: Effect[] = [];
  for (const foulId of floor.state.openTrips) {
    const trip = floor.state.trips.get(foulId);
    if (trip?.due == null || trip.taken >= trip.due || !isTracked(floor, trip.side, 'misses')) continue;
    effects.push(
      flag('free-throws-missing', { side: trip.side, about: foulId, detail: { due: trip.due, taken: trip.taken } }),
    );
  }
  return effects;
};

/** Closes the open throws. */
export const throwsAreOver = (floor: Floor): readonly Effect[] =>
  floor.state.openTrips.size === 0 ? none : [...missingThrows(floor), { does: 'close-trips' }];

/** Closes the open miss. */
export const missIsOver = (floor: Floor): readonly Effect[] => {
  const miss = floor.state.openMiss;
  if (miss === null) return none;
  const settled: Effect = { does: 'settle-miss' };
  return isTrackedOfBoth(floor, 'rebounds')
    ? [flag('rebound-missing', { side: miss.side, about: miss.playId }), settled]
    : [settled];
};

/** Closes both: a shot, a turnover. */
export const playGoesOn = (floor: Floor): readonly Effect[] => {
  if (floor.state.openMiss === null && floor.state.openTrips.size === 0) return none;
  return [...throwsAreOver(floor), ...missIsOver(floor)];
};
