/**
 * Who is on court, and the stints that follow from it.
 * Invariants: a stint runs between the clocks of its changes, credits follow order (LIN-4); a player's time is the sum of the player's stints.
 * Source: events.md LIN-1…LIN-6.
 */
import { addToLine, type Board, clearMark, ensureRow, setMark, touchAll } from './board.ts';
import type { Effect } from './effects.ts';
import type { PlayerId } from './ids.ts';
import { column, enteredMs, lineWidth, mark } from './line.ts';
import type { SideIndex } from './side.ts';
import { withSide } from './state.ts';

type Of<Name extends Effect['does']> = Extract<Effect, { does: Name }>;

const isUntouched = (counts: Int32Array, stint: number): boolean =>
  counts[stint * 4] === 0 && counts[stint * 4 + 1] === 0 && counts[stint * 4 + 2] === 0 && counts[stint * 4 + 3] === 0;

/** Closes the running stint at this clock and opens the next; one without time and without counts is dropped. */
export const closeStint = (board: Board, atMs: number): void => {
  const { state, stints } = board;
  const fromMs = state.stintFromMs ?? atMs;
  state.stintFromMs = atMs;
  const isKnown = state.onCourt[0] !== null || state.onCourt[1] !== null;
  if ((fromMs === atMs || !isKnown) && isUntouched(state.stintCounts, state.stintCount)) return;
  stints.push({ period: state.period, fromMs, toMs: atMs, ten: state.onCourt });
  state.stintCount += 1;
  if (state.stintCounts.length < (state.stintCount + 1) * 4) {
    const counts = new Int32Array(state.stintCounts.length * 2);
    counts.set(state.stintCounts);
    state.stintCounts = counts;
  }
};

const enter = (board: Board, row: number, atMs: number): void => {
  board.state.lines[row * lineWidth + enteredMs] = atMs;
  setMark(board, row, mark.isOnCourt | mark.hasPlayed);
};

const leave = (board: Board, row: number, atMs: number): void => {
  addToLine(board, row, column.playedMs, (board.state.lines[row * lineWidth + enteredMs] as number) - atMs);
  clearMark(board, row, mark.isOnCourt);
};

/** All on court play on from another clock: a period's end, or the next one's start. */
export const restartStints = (board: Board, endMs: number, startMs: number): void => {
  for (const five of board.state.onCourt) {
    for (const row of five ?? []) {
      leave(board, row, endMs);
      enter(board, row, startMs);
    }
  }
};

const rowsOf = (board: Board, side: SideIndex, players: readonly PlayerId[]): number[] => {
  const rows: number[] = [];
  for (const player of players) {
    const row = ensureRow(board, side, player);
    if (row !== null && !rows.includes(row)) rows.push(row);
  }
  return rows;
};

const replace = (board: Board, side: SideIndex, next: readonly number[]): void => {
  const { state } = board;
  const atMs = board.nowMs ?? state.periodLengthMs;
  const before = state.onCourt[side] ?? [];
  closeStint(board, atMs);
  for (const row of before) if (!next.includes(row)) leave(board, row, atMs);
  for (const row of next) if (!before.includes(row)) enter(board, row, atMs);
  state.onCourt = withSide(state.onCourt, side, next);
  state.isWrongNumberFlagged = withSide(state.isWrongNumberFlagged, side, false);
};

export const setLineup = (board: Board, { side, players }: Of<'set-lineup'>): void => {
  const isFirst = board.state.onCourt[side] === null && board.state.period <= 1;
  if (board.state.onCourt[side] === null) touchAll(board);
  const rows = rowsOf(board, side, players);
  replace(board, side, rows);
  if (isFirst) for (const row of rows) setMark(board, row, mark.isStarter);
};

/** Without a line-up said before, a change alone tells nothing about the five. */
export const changeLineup = (board: Board, { side, playersIn, playersOut }: Of<'change-lineup'>): void => {
  const before = board.state.onCourt[side];
  if (before === null) return;
  const out = rowsOf(board, side, playersOut);
  const next = before.filter((row) => !out.includes(row));
  for (const row of rowsOf(board, side, playersIn)) if (!next.includes(row)) next.push(row);
  replace(board, side, next);
};
