/**
 * The board: a game's state while it is folded, with what lies beside it. Appliers change it; nobody else does.
 * Invariant: `stints` and `flags` are cut back to the state's counts whenever an earlier state is taken up again.
 */
import type { RuleSet } from '../rules/rule-set.ts';
import type { Note } from './effects.ts';
import type { FlagCode } from './flag-codes.ts';
import type { Floor } from './floor.ts';
import type { EventId, PlayerId } from './ids.ts';
import { firstPlayerRow, lineWidth, mark, marks } from './line.ts';
import type { SideIndex, Sides } from './side.ts';
import type { FoldState } from './state.ts';
import { type TallyColumn, tallyColumn, tallyWidth } from './tally.ts';

export type ClosedStint = {
  readonly period: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly ten: Sides<readonly number[] | null>;
};

export type RaisedFlag = {
  readonly code: FlagCode;
  readonly playId: EventId;
  readonly about: EventId | null;
  readonly side: SideIndex | null;
  readonly player: PlayerId | null;
  readonly detail: Readonly<Record<string, number | string | null>>;
};

/** The same flag has the same id in every fold. */
export const flagId = ({ code, playId, about, player, detail }: RaisedFlag): string => {
  const { group } = detail;
  return [code, about ?? playId, about === null ? null : playId, player, group]
    .filter((part) => part != null)
    .join(':');
};

/** What order told about the play that is folded now. */
export type Told = {
  readonly notes: readonly Note[];
  readonly reboundSide: 'offensive' | 'defensive' | null;
  readonly throwNumber: number | null;
};

/** Most plays are told nothing of: they share it. */
export const nothingTold: Told = { notes: [], reboundSide: null, throwNumber: null };

export type Board = {
  state: FoldState;
  readonly rules: RuleSet;
  readonly floor: Floor;
  readonly stints: ClosedStint[];
  readonly flags: RaisedFlag[];
  /** Whose line a row is: from `firstPlayerRow` on. */
  readonly playerOfRow: PlayerId[];
  readonly guestRows: Map<PlayerId, number>;
  /** Called with each credit, when somebody asks which plays made a number, or what a play gave to whom. */
  onCredit: ((row: number, lineColumn: number, count: number) => void) | null;
  onTally: ((side: SideIndex, column: TallyColumn) => void) | null;
  /** Called when a play is folded. */
  onPlayed: (() => void) | null;
  touchedRows: Uint8Array;
  playId: EventId;
  /** The clock of the play, or the nearest earlier one of its period. */
  nowMs: number | null;
  told: Told;
};

/** The row of a player for this side, made for a player on no sheet; null where the other side has it. */
export const ensureRow = (board: Board, side: SideIndex, player: PlayerId): number | null => {
  const known = board.floor.rowOf(side, player);
  if (known !== null || board.floor.sideOfPlayer(player) !== null) return known;
  const { state, guestRows } = board;
  if (state.guests.has(player)) return null;
  state.guests.set(player, side);
  const row = guestRows.get(player) ?? board.playerOfRow.length;
  if (!guestRows.has(player)) {
    guestRows.set(player, row);
    board.playerOfRow.push(player);
  }
  makeRoom(board, row);
  return row;
};

const makeRoom = (board: Board, row: number): void => {
  const needed = (row + 1) * lineWidth;
  if (board.state.lines.length < needed) {
    const lines = new Int32Array(needed + 4 * lineWidth);
    lines.set(board.state.lines);
    board.state.lines = lines;
  }
  if (board.touchedRows.length <= row) {
    const touched = new Uint8Array(row + 16);
    touched.set(board.touchedRows);
    board.touchedRows = touched;
  }
};

export const addToLine = (board: Board, row: number, lineColumn: number, count: number): void => {
  const { lines } = board.state;
  const at = row * lineWidth + lineColumn;
  lines[at] = (lines[at] as number) + count;
  board.touchedRows[row] = 1;
  if (count !== 0) board.onCredit?.(row, lineColumn, count);
};

export const setMark = (board: Board, row: number, bit: number): void => {
  const at = row * lineWidth + marks;
  board.state.lines[at] = (board.state.lines[at] as number) | bit;
  board.touchedRows[row] = 1;
};

export const clearMark = (board: Board, row: number, bit: number): void => {
  const at = row * lineWidth + marks;
  board.state.lines[at] = (board.state.lines[at] as number) & ~bit;
  board.touchedRows[row] = 1;
};

export const addToTally = (board: Board, side: SideIndex, name: TallyColumn, count: number): void => {
  const at = side * tallyWidth + tallyColumn[name];
  board.state.tallies[at] = (board.state.tallies[at] as number) + count;
  board.onTally?.(side, name);
};

export const raiseTally = (board: Board, side: SideIndex, name: TallyColumn, atLeast: number): void => {
  const at = side * tallyWidth + tallyColumn[name];
  if ((board.state.tallies[at] as number) >= atLeast) return;
  board.state.tallies[at] = atLeast;
  board.onTally?.(side, name);
};

export const markPlayed = (board: Board, row: number): void => {
  if (row >= firstPlayerRow) setMark(board, row, mark.hasPlayed);
};

export const touchAll = (board: Board): void => {
  board.touchedRows.fill(1);
};
