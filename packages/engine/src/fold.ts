/**
 * The fold: the one place where a game's state changes. An event becomes effects, and each effect is applied by its noun.
 * Invariants: never throws on a log of well-formed events; reads no clock, no randomness, nothing outside its arguments.
 * Source: design.md §1.
 */
import { actorDoubts } from './checks/actors.ts';
import { orderDoubts } from './checks/order.ts';
import type { Fold } from './events/fold.ts';
import { folds } from './events/folds.ts';
import type { LoggedEvent, Play } from './events/index.ts';
import { addToTally, type Board, nothingTold, touchAll } from './game/board.ts';
import { applyCredit } from './game/credits.ts';
import type { Effect } from './game/effects.ts';
import { countFoulKind, countTeamFoul, eject } from './game/fouls.ts';
import type { TeamId } from './game/ids.ts';
import { changeLineup, setLineup } from './game/lineup.ts';
import { endPeriod, startPeriod } from './game/period.ts';
import { addPossessionPoints, endPossession, gainBall, reopenPossession, startChance } from './game/possession.ts';
import { applyScore } from './game/score.ts';
import type { SideIndex } from './game/side.ts';
import { withSide } from './game/state.ts';
import { tallyColumn, tallyWidth } from './game/tally.ts';
import { keepTrip, settleTrip } from './game/trips.ts';

type Of<Name extends Effect['does']> = Extract<Effect, { does: Name }>;

/** Dashes become numbers for everybody on the side, or the reverse. */
const track = (board: Board, { side, bits }: Of<'track'>): void => {
  const { state } = board;
  touchAll(board);
  const isFresh = state.tallies[side * tallyWidth + tallyColumn.playsFolded] === 0;
  state.tracked = withSide(state.tracked, side, bits);
  state.everTracked = withSide(state.everTracked, side, isFresh ? bits : state.everTracked[side] | bits);
  state.alwaysTracked = withSide(state.alwaysTracked, side, isFresh ? bits : state.alwaysTracked[side] & bits);
};

const takeTimeout = (board: Board, { timeout }: Of<'timeout'>): void => {
  board.state.timeouts = [...board.state.timeouts, timeout];
  addToTally(board, timeout.side, 'timeoutsUsed', 1);
};

const returnTimeout = (board: Board, { side }: Of<'return-timeout'>): void => {
  const last = board.state.timeouts.findLast((timeout) => timeout.side === side);
  if (last === undefined) return;
  board.state.timeouts = board.state.timeouts.filter((timeout) => timeout !== last);
  addToTally(board, side, 'timeoutsUsed', -1);
};

const noteMiss = ({ state, playId }: Board, { side, isLive }: Of<'miss'>): void => {
  state.lastMissSide = side;
  if (isLive) state.openMiss = { playId, side };
};

export const raise = ({ state, flags, playId }: Board, { code, side, player, about, detail }: Of<'flag'>): void => {
  flags.push({ code, playId, about, side, player, detail });
  state.flagCount += 1;
  if (code === 'wrong-number-on-court' && side !== null)
    state.isWrongNumberFlagged = withSide(state.isWrongNumberFlagged, side, true);
  if (code === 'period-not-started') state.isUnstartedFlagged = true;
};

const appliers: { readonly [Name in Effect['does']]: (board: Board, effect: Of<Name>) => void } = {
  credit: applyCredit,
  tally: (board, { side, column, count }) => addToTally(board, side, column, count),
  score: applyScore,
  'possession-points': addPossessionPoints,
  'gain-ball': gainBall,
  'end-possession': endPossession,
  'reopen-possession': reopenPossession,
  'new-chance': startChance,
  miss: noteMiss,
  'settle-miss': ({ state }) => {
    state.openMiss = null;
  },
  trip: keepTrip,
  'settle-trip': settleTrip,
  'close-trips': ({ state }) => {
    state.openTrips = new Set();
  },
  'team-foul': countTeamFoul,
  'foul-kind': countFoulKind,
  eject,
  'change-lineup': changeLineup,
  'set-lineup': setLineup,
  track,
  'start-period': startPeriod,
  'end-period': (board, { atMs }) => endPeriod(board, atMs),
  arrow: ({ state }, { side }) => {
    state.arrow = side;
  },
  timeout: takeTimeout,
  'return-timeout': returnTimeout,
  note: (board, { note }) => {
    const { notes } = board.told;
    if (!notes.includes(note)) board.told = { ...board.told, notes: [...notes, note].sort() };
  },
  'rebound-side': (board, { side }) => {
    board.told = { ...board.told, reboundSide: side };
  },
  'throw-number': (board, { number }) => {
    board.told = { ...board.told, throwNumber: number };
  },
  flag: raise,
};

const applyAll = (board: Board, effects: readonly Effect[]): void => {
  for (const effect of effects) (appliers[effect.does] as (board: Board, effect: Effect) => void)(board, effect);
};

/** Plays that count as something having been tracked of a side (CMP-1). */
const tellsTracking = (play: Play): play is Play & { readonly teamId: TeamId } =>
  play.type === 'field-goal-attempted' ||
  play.type === 'free-throw-attempted' ||
  play.type === 'foul-committed' ||
  play.type === 'rebound-taken' ||
  play.type === 'turnover-committed' ||
  play.type === 'points-adjusted';

const breaksTrip = (play: Play): boolean =>
  play.type !== 'free-throw-attempted' && play.type !== 'substitution-made' && play.type !== 'timeout-called';

export type FoldedInOrder = { readonly previousDevice: string | null; readonly isAfterFinal: boolean };

/** Folds the next play in order into the board. The board has already entered the play's period. */
export const foldPlay = (
  board: Board,
  play: Play & LoggedEvent,
  { previousDevice, isAfterFinal }: FoldedInOrder,
): void => {
  const { state, floor } = board;
  board.playId = play.id;
  board.told = nothingTold;
  board.nowMs = play.clockMs ?? state.clockMs ?? state.periodLengthMs;
  const side: SideIndex | null = 'teamId' in play ? floor.sideOfTeam(play.teamId) : null;
  applyAll(board, orderDoubts(play, floor, previousDevice, isAfterFinal));
  applyAll(board, actorDoubts(play, floor, side));
  if (side !== null && tellsTracking(play)) addToTally(board, side, 'playsFolded', 1);
  if (state.looseTrip !== null && breaksTrip(play)) state.looseTrip = null;
  applyAll(board, (folds[play.type] as Fold<Play>)(play, floor));
  if (play.clockMs !== null) state.clockMs = play.clockMs;
  board.onPlayed?.();
};
