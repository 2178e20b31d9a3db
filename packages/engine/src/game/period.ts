/** Periods: entering the next, starting, ending. Source: events.md PER-1…PER-3, POS-7. */
import type { Board } from './board.ts';
import { closeStint, restartStints } from './lineup.ts';
import { dropPossession, gainBall } from './possession.ts';
import { closeLead } from './score.ts';
import { otherSide } from './side.ts';
import { tallyColumn, tallyWidth } from './tally.ts';

/** Ends the period that is played: stints close at this clock, possessions end, the lead's time is counted. */
export const endPeriod = (board: Board, atMs: number): void => {
  const { state } = board;
  if (state.periodState !== 'ended') closeLead(board, atMs);
  dropPossession(board);
  closeStint(board, atMs);
  restartStints(board, atMs, atMs);
  state.periodState = 'ended';
  state.endedAtMs = atMs;
};

/** A play of a later period ends the one before, if nobody did (PER-1); the five carry over (LIN-1). */
export const enterPeriod = (board: Board, period: number, lengthMs: number): void => {
  const { state } = board;
  if (state.period > 0) {
    if (state.periodState !== 'ended') endPeriod(board, 0);
    closeStint(board, state.endedAtMs);
    restartStints(board, state.endedAtMs, lengthMs);
  }
  state.period = period;
  state.periodState = 'not-started';
  state.periodLengthMs = lengthMs;
  state.clockMs = null;
  state.stintFromMs = lengthMs;
  state.leadFromMs = lengthMs;
  state.openMiss = null;
  state.lastMissSide = null;
  state.openTrips = new Set();
  state.looseTrip = null;
  state.isUnstartedFlagged = false;
  for (const side of [0, 1]) state.tallies[side * tallyWidth + tallyColumn.lateTeamFouls] = 0;
};

/** Later periods start by the arrow, where the rule set has one, and flip it. */
export const startPeriod = (board: Board): void => {
  const { state, rules } = board;
  state.periodState = 'running';
  if (rules.possession !== 'arrow' || state.period < 2 || state.arrow === null) return;
  gainBall(board, { does: 'gain-ball', side: state.arrow, afterTurnover: false });
  state.arrow = otherSide(state.arrow);
};
