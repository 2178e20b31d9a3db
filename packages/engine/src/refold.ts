/**
 * Folding a game's plays in order, and going back: a change folds again from the nearest checkpoint before it, and what it moved is marked.
 * Source: design.md §1; protocol.md J-5.
 */
import { duplicateReach, mayBeDuplicate } from './checks/duplicates.ts';
import { foldPlay, raise } from './fold.ts';
import { flagId, type RaisedFlag, touchAll } from './game/board.ts';
import { flag } from './game/effects.ts';
import { lineWidth } from './game/line.ts';
import { enterPeriod } from './game/period.ts';
import { copyState, type FoldState } from './game/state.ts';
import { finalSeq, freshState, type Game } from './game-fold.ts';
import { type PlayRecord, untold } from './play-list.ts';

/** Plays between two checkpoints: a correction folds at most so many plays more than it must. */
const checkpointEvery = 100;

const periodLength = (game: Game, period: number): number => {
  const { periods, overtimeMs } = game.sheet.rules;
  return game.periodLengths.get(period) ?? (period > periods.count ? overtimeMs : periods.lengthMs);
};

const duplicateOf = (game: Game, index: number): PlayRecord | null => {
  const record = game.list.inOrder[index] as PlayRecord;
  const { deviceId } = record.said;
  for (let i = index - 1; i >= Math.max(0, index - duplicateReach); i--) {
    const earlier = game.list.inOrder[i] as PlayRecord;
    if (
      earlier.said.deviceId !== deviceId &&
      !earlier.resolved.isVoided &&
      mayBeDuplicate(record.resolved.play, earlier.resolved.play)
    )
      return earlier;
  }
  return null;
};

const sameTold = (a: PlayRecord['told'], b: PlayRecord['told']): boolean =>
  a.reboundSide === b.reboundSide &&
  a.throwNumber === b.throwNumber &&
  a.notes.length === b.notes.length &&
  a.notes.every((note, i) => note === b.notes[i]);

const foldNext = (game: Game, finalAt: number | null): void => {
  const { board, list } = game;
  const index = game.folded;
  const record = list.inOrder[index] as PlayRecord;
  const { play, isVoided } = record.resolved;
  if (index > 0 && index % checkpointEvery === 0 && game.checkpoints.at(-1)?.index !== index) {
    game.checkpoints.push({ index, state: copyState(board.state) });
  }
  const { score: scoreBefore, told: toldBefore } = record;
  if (isVoided) {
    record.told = untold;
    record.score = board.state.score;
  } else {
    if (play.place.period > board.state.period)
      enterPeriod(board, play.place.period, periodLength(game, play.place.period));
    const previous = index > 0 ? (list.inOrder[index - 1] as PlayRecord).resolved.play.deviceId : null;
    const isAfterFinal = finalAt !== null && (play.seq ?? Number.POSITIVE_INFINITY) > finalAt;
    foldPlay(board, play, { previousDevice: previous, isAfterFinal });
    const duplicate = game.isShared ? duplicateOf(game, index) : null;
    if (duplicate !== null) raise(board, flag('possible-duplicate', { about: duplicate.said.id }));
    record.told = board.told;
    record.score = board.state.score;
  }
  game.folded = index + 1;
  // A play folded for the first time was touched when it was taken in, or restored.
  if (toldBefore === untold && !isVoided) return;
  const isSame =
    scoreBefore[0] === record.score[0] && scoreBefore[1] === record.score[1] && sameTold(toldBefore, record.told);
  if (!isSame) game.touched.plays.add(record.said.id);
};

const touchFlagsFrom = (game: Game, index: number): void => {
  for (let i = index; i < game.board.flags.length; i++)
    game.touched.flags.add(flagId(game.board.flags[i] as RaisedFlag));
};

const rewind = (game: Game, index: number): void => {
  const { board } = game;
  while (game.checkpoints.length > 0 && (game.checkpoints.at(-1)?.index ?? 0) > index) game.checkpoints.pop();
  const checkpoint = game.checkpoints.at(-1);
  board.state = checkpoint === undefined ? freshState(game.sheet) : copyState(checkpoint.state);
  board.floor.state = board.state;
  game.folded = checkpoint?.index ?? 0;
  board.stints.length = board.state.stintCount;
  touchFlagsFrom(game, board.state.flagCount);
  board.flags.length = board.state.flagCount;
};

/** Marks the rows of lines that differ, and both sides: a refold may move anything after its start. */
const touchDifferences = (game: Game, before: Int32Array): void => {
  const { lines } = game.board.state;
  const rows = Math.max(lines.length, before.length) / lineWidth;
  for (let row = 0; row < rows; row++) {
    for (let i = row * lineWidth; i < (row + 1) * lineWidth; i++) {
      if ((lines[i] ?? 0) !== (before[i] ?? 0)) {
        game.board.touchedRows[row] = 1;
        break;
      }
    }
  }
};

const foldAll = (game: Game): void => {
  const flagsBefore = game.board.flags.length;
  const finalAt = finalSeq(game);
  while (game.folded < game.list.inOrder.length) foldNext(game, finalAt);
  touchFlagsFrom(game, flagsBefore);
};

/** Dashes become numbers, or stints close, without any count being moved. */
const movesAllLines = (before: FoldState, after: FoldState): boolean =>
  before.everTracked.some((bits, side) => bits !== after.everTracked[side as 0 | 1]) ||
  before.onCourt.some((five, side) => (five === null) !== (after.onCourt[side as 0 | 1] === null)) ||
  before.periodState !== after.periodState ||
  before.endedAtMs !== after.endedAtMs;

/** Folds on to the end, from the play at `index`. */
export const foldFrom = (game: Game, index: number): void => {
  if (index >= game.folded) {
    foldAll(game);
    return;
  }
  const before = game.board.state;
  rewind(game, index);
  const touchedRows = game.board.touchedRows.slice();
  foldAll(game);
  game.board.touchedRows.fill(0);
  game.board.touchedRows.set(touchedRows);
  touchDifferences(game, before.lines);
  if (movesAllLines(before, game.board.state)) touchAll(game.board);
};
