/**
 * Who has the ball, and when a possession is over.
 * Invariant: a possession is counted once, when it ends, unless it began with 2,000 ms or less and brought nothing (POS-6).
 * Source: events.md POS-1…POS-7.
 */
import { addToTally, type Board } from './board.ts';
import type { Effect } from './effects.ts';
import { otherSide, type SideIndex } from './side.ts';
import type { Possession } from './state.ts';

type Of<Name extends Effect['does']> = Extract<Effect, { does: Name }>;

const lateMs = 2_000;

const counts = ({ fromMs, pts }: Possession): boolean => pts > 0 || fromMs === null || fromMs > lateMs;

const count = (board: Board, possession: Possession, by: 1 | -1): void => {
  if (!counts(possession)) return;
  addToTally(board, possession.side, 'possessions', by);
  const at = board.state.stintCount * 4 + 2 + possession.side;
  board.state.stintCounts[at] = (board.state.stintCounts[at] as number) + by;
};

const begin = (board: Board, side: SideIndex, isOffTurnover: boolean): void => {
  board.state.possession = { side, fromMs: board.nowMs, pts: 0, isOffTurnover, isSecondChance: false };
};

export const gainBall = (board: Board, { side, afterTurnover }: Of<'gain-ball'>): void => {
  const { possession } = board.state;
  board.state.ended = null;
  if (possession?.side === side) return;
  if (possession !== null) count(board, possession, 1);
  begin(board, side, afterTurnover);
};

export const endPossession = (board: Board, { side, by, foulId }: Of<'end-possession'>): void => {
  const { state } = board;
  const running = state.possession;
  if (running !== null && running.side !== side) {
    if (by === 'turnover') state.possession = { ...running, isOffTurnover: true };
    return;
  }
  if (running !== null) count(board, running, 1);
  const isReopenable = running !== null && (by === 'basket' || by === 'throw');
  state.ended = isReopenable
    ? { possession: running, by: by === 'basket' ? 'basket' : 'throw', clockMs: board.nowMs, foulId }
    : null;
  begin(board, otherSide(side), by === 'turnover');
};

export const reopenPossession = (board: Board): void => {
  const { ended } = board.state;
  if (ended === null) return;
  count(board, ended.possession, -1);
  board.state.possession = ended.possession;
  board.state.ended = null;
};

export const addPossessionPoints = (board: Board, { points }: Of<'possession-points'>): void => {
  const { possession } = board.state;
  if (possession !== null) board.state.possession = { ...possession, pts: possession.pts + points };
};

/** A new chance of the same possession: what was said of the one before lapses (POS-3), or it is a second chance (POS-4). */
export const startChance = (board: Board, { isSecondChance }: Of<'new-chance'>): void => {
  const { possession } = board.state;
  if (possession === null) return;
  board.state.possession = isSecondChance
    ? { ...possession, isSecondChance: true }
    : { ...possession, isSecondChance: false, isOffTurnover: false };
};

/** The period is over, and the ball with nobody. */
export const dropPossession = (board: Board): void => {
  if (board.state.possession !== null) count(board, board.state.possession, 1);
  board.state.possession = null;
  board.state.ended = null;
};
