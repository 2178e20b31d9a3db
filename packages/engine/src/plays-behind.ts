/**
 * Which plays made a number: every credit remembers its event (P "every number opens its plays").
 * The log is folded once more with somebody listening; nothing is kept for it.
 */

import { append } from './append.ts';
import type { EventId, PlayerId, TeamId } from './game/ids.ts';
import { column, firstPlayerRow, type LineColumn } from './game/line.ts';
import type { SideIndex } from './game/side.ts';
import { type TallyColumn, tallyColumn } from './game/tally.ts';
import { type Game, openGame } from './game-fold.ts';
import type { StatKey } from './stats/columns.ts';
import type { Comparison } from './stats/result.ts';

export type ComparisonKey = keyof Comparison;

const lineColumnsOf = (key: StatKey): readonly number[] =>
  key === 'reb' ? [column.oreb, column.dreb] : [column[key as LineColumn]];

type Wanted = {
  readonly isRow: (row: number) => boolean;
  readonly side: SideIndex | null;
  readonly column: StatKey | ComparisonKey;
};

const sideOf = (game: Game, subject: PlayerId | TeamId): SideIndex | null => {
  const at = game.sheet.teams.indexOf(subject as TeamId);
  return at === -1 ? null : (at as SideIndex);
};

const sideOfRow = (game: Game, row: number): SideIndex | null => {
  if (row < firstPlayerRow) return (row % 2) as SideIndex;
  const player = game.board.playerOfRow[row] as PlayerId;
  return game.sheet.players.get(player)?.side ?? game.board.state.guests.get(player) ?? null;
};

const isTally = (key: StatKey | ComparisonKey): key is ComparisonKey => Object.hasOwn(tallyColumn, key);

/** Plays at which the value of the subject's column changed, in order; empty for an unknown subject. */
export const playsBehind = (game: Game, subject: PlayerId | TeamId, key: StatKey | ComparisonKey): EventId[] => {
  const again = openGame(game.gameId);
  const settings = [...game.settings.values()];
  append(again, settings);
  const found = new Set<EventId>();
  listen(again, wantedOf(again, subject, key), found);
  append(again, [
    ...game.list.inOrder.map(({ said }) => said),
    ...[...game.others.values()].filter(({ id }) => !game.settings.has(id)),
  ]);
  return again.list.inOrder.filter(({ said }) => found.has(said.id)).map(({ said }) => said.id);
};

const wantedOf = (game: Game, subject: PlayerId | TeamId, key: StatKey | ComparisonKey): Wanted => {
  const side = sideOf(game, subject);
  const bearer = game.sheet.players.get(subject as PlayerId)?.playerId ?? subject;
  return {
    side,
    column: key,
    isRow: (row) => (side === null ? game.board.playerOfRow[row] === bearer : sideOfRow(game, row) === side),
  };
};

const listen = (game: Game, wanted: Wanted, found: Set<EventId>): void => {
  const { board } = game;
  if (isTally(wanted.column)) {
    const name = wanted.column as TallyColumn;
    board.onTally = (side, tally) => {
      if (side === wanted.side && tally === name) found.add(board.playId);
    };
    return;
  }
  const watched = lineColumnsOf(wanted.column);
  board.onCredit = (row, lineColumn) => {
    if (watched.includes(lineColumn) && wanted.isRow(row)) found.add(board.playId);
  };
};
