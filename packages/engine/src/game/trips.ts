/** Throws that are due, kept while they are taken. Source: events.md FTH-2, FTH-5, FOU-4. */
import type { Board } from './board.ts';
import type { Effect } from './effects.ts';
import { creditTen } from './score.ts';
import type { Trip } from './state.ts';

type Of<Name extends Effect['does']> = Extract<Effect, { does: Name }>;

const isOpen = ({ due, taken, isEarly }: Trip): boolean => !isEarly && due !== null && taken < due;

export const keepTrip = (board: Board, { trip }: Of<'trip'>): void => {
  const { state } = board;
  const { foulId } = trip;
  if (foulId === null) {
    state.looseTrip = trip;
    return;
  }
  if (!trip.isEarly && trip.awaitingPts !== 0) {
    creditTen(board, trip.side, trip.awaitingPts, trip);
    state.trips.set(foulId, { ...trip, awaitingPts: 0 });
  } else state.trips.set(foulId, trip);
  if (isOpen(trip)) state.openTrips.add(foulId);
  else state.openTrips.delete(foulId);
};

/** A violation stands in for one throw of that side: the one that is due now. */
export const settleTrip = (board: Board, { side }: Of<'settle-trip'>): void => {
  const { state } = board;
  const foulId = [...state.openTrips].find((id) => state.trips.get(id)?.side === side);
  const trip = foulId === undefined ? undefined : state.trips.get(foulId);
  if (trip?.due != null) keepTrip(board, { does: 'trip', trip: { ...trip, due: trip.due - 1 } });
};
