/** Points on the board, and who was on court for them. Source: events.md FTH-7, SCO-1; rules-and-statistics.md "Team comparison". */
import { addToLine, addToTally, type Board, raiseTally } from './board.ts';
import type { Effect } from './effects.ts';
import { column } from './line.ts';
import { otherSide, type SideIndex, type Sides } from './side.ts';
import { type Trip, withSide } from './state.ts';

type Score = Extract<Effect, { does: 'score' }>;

const leaderOf = ([home, away]: Sides<number>): SideIndex | null => (home === away ? null : home > away ? 0 : 1);

/** The leader's time up to this clock; the next stretch starts here. */
export const closeLead = (board: Board, atMs: number | null, score: Sides<number> = board.state.score): void => {
  const { state } = board;
  const leader = leaderOf(score);
  if (leader !== null && state.leadFromMs !== null && atMs !== null)
    addToTally(board, leader, 'leadingMs', state.leadFromMs - atMs);
  state.leadFromMs = atMs;
};

const trackLead = (board: Board, before: Sides<number>): void => {
  const { state } = board;
  const leader = leaderOf(state.score);
  if (leader !== leaderOf(before)) closeLead(board, board.nowMs, before);
  if (leader === null) state.timesTied += 1;
  else {
    if (state.lastLeader !== null && state.lastLeader !== leader) state.leadChanges += 1;
    state.lastLeader = leader;
    raiseTally(board, leader, 'biggestLead', Math.abs(state.score[0] - state.score[1]));
  }
};

/** Points that are no basket break a run: a quarter's total from a sheet of paper is none. */
const trackRun = (board: Board, { side, points, makesRun }: Score): void => {
  const { state } = board;
  const before = state.run?.side === side ? state.run.pts : 0;
  state.run = makesRun ? { side, pts: before + points } : null;
  if (state.run !== null) raiseTally(board, side, 'biggestRun', state.run.pts);
};

const addTo = (points: readonly number[], period: number, count: number): readonly number[] => {
  const sums = points.slice();
  while (sums.length < period) sums.push(0);
  sums[period - 1] = (sums[period - 1] ?? 0) + count;
  return sums;
};

/** Plus/minus of the ten, and the points of their stint. */
export const creditTen = (
  board: Board,
  side: SideIndex,
  points: number,
  { ten, stint }: Pick<Trip, 'ten' | 'stint'>,
): void => {
  for (const row of ten[side] ?? []) addToLine(board, row, column.plusMinus, points);
  for (const row of ten[otherSide(side)] ?? []) addToLine(board, row, column.plusMinus, -points);
  const at = stint * 4 + side;
  board.state.stintCounts[at] = (board.state.stintCounts[at] as number) + points;
};

const waitForFoul = (board: Board, trip: Trip, points: number): void => {
  if (trip.foulId !== null) board.state.trips.set(trip.foulId, { ...trip, awaitingPts: trip.awaitingPts + points });
};

export const applyScore = (board: Board, effect: Score): void => {
  const { state, rules } = board;
  const { side, points, trip: named } = effect;
  const before = state.score;
  state.score = withSide(before, side, before[side] + points);
  state.periodPts = withSide(state.periodPts, side, addTo(state.periodPts[side], Math.max(1, state.period), points));
  trackLead(board, before);
  trackRun(board, effect);
  const trip = named?.foulId == null ? null : (state.trips.get(named.foulId) ?? null);
  if (trip === null || rules.freeThrowPlusMinus === 'when-thrown')
    creditTen(board, side, points, { ten: state.onCourt, stint: state.stintCount });
  else if (trip.isEarly) waitForFoul(board, trip, points);
  else creditTen(board, side, points, trip);
};
