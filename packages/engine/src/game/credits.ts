/** Who gets a count. `null` and `'someone'` go to the unassigned line, team, coach and bench to the side's own row (events.md §2). */
import { addToLine, type Board, ensureRow, markPlayed } from './board.ts';
import { isPlayer } from './doer.ts';
import type { Effect } from './effects.ts';
import { column, type LineColumn, ownRow, unassignedRow } from './line.ts';

type Credit = Extract<Effect, { does: 'credit' }>;

/** Columns that a helper earns: of the wrong side, nobody does. */
const helperColumns: ReadonlySet<LineColumn> = new Set(['ast', 'stl', 'blk', 'pfd']);

const rowFor = (board: Board, { side, who, column: name }: Credit): number | null => {
  if (who === 'nobody') return null;
  if (who === null || who === 'someone') return unassignedRow(side);
  if (!isPlayer(who)) return ownRow(side);
  const row = ensureRow(board, side, who);
  if (row !== null) return row;
  return helperColumns.has(name) ? null : unassignedRow(side);
};

export const applyCredit = (board: Board, effect: Credit): void => {
  const row = rowFor(board, effect);
  if (row === null) return;
  addToLine(board, row, column[effect.column], effect.count);
  markPlayed(board, row);
};
