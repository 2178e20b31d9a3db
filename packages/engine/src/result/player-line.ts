/** A player's line, as watchers see it. */

import type { PlayerId, TeamId } from '../game/ids.ts';
import { column, enteredMs, firstPlayerRow, lineWidth, mark, marks } from '../game/line.ts';
import type { SideIndex } from '../game/side.ts';
import { sideNames } from '../game/side.ts';
import type { Game } from '../game-fold.ts';
import type { PlayerLine } from '../stats/result.ts';
import { playerCounts } from './counts.ts';

export type LineOwner = {
  readonly playerId: PlayerId;
  readonly side: SideIndex;
  readonly row: number;
  readonly number: string;
  readonly isListed: boolean;
};

/** Everybody who may have a line: those on the sheets, and those on none who acted. */
export const ownerOfRow = (game: Game, row: number): LineOwner | null => {
  const listed = game.sheet.lines[row - firstPlayerRow];
  if (listed !== undefined) {
    const { playerId, side, entry } = listed;
    return { playerId, side, row, number: entry.number, isListed: entry.listed };
  }
  const playerId = game.board.playerOfRow[row];
  const side = playerId === undefined ? undefined : game.board.state.guests.get(playerId);
  return playerId === undefined || side === undefined ? null : { playerId, side, row, number: '', isListed: false };
};

export const owners = (game: Game): LineOwner[] => {
  const found: LineOwner[] = [];
  for (let row = firstPlayerRow; row < game.board.playerOfRow.length; row++) {
    const owner = ownerOfRow(game, row);
    if (owner !== null) found.push(owner);
  }
  return found;
};

/** Time of the stint that is still open when the period is over. */
const openMs = ({ board: { state } }: Game, row: number, isOnCourt: boolean): number =>
  isOnCourt && state.periodState === 'ended'
    ? (state.lines[row * lineWidth + enteredMs] as number) - state.endedAtMs
    : 0;

/** null: somebody off the sheet who did nothing. */
export const playerLine = (game: Game, { side, row, number, isListed }: LineOwner): PlayerLine | null => {
  const { state } = game.board;
  const bits = state.lines[row * lineWidth + marks] as number;
  const hasPlayed = (bits & mark.hasPlayed) !== 0;
  if (!isListed && !hasPlayed) return null;
  const isOnCourt = (bits & mark.isOnCourt) !== 0;
  const hasLineup = state.onCourt[side] !== null;
  const counts = playerCounts(state.lines, row, state.everTracked[side], hasLineup);
  const isRunning = isOnCourt && state.periodState !== 'ended' && counts.playedMs !== null;
  return {
    ...counts,
    playedMs: counts.playedMs === null ? null : counts.playedMs + openMs(game, row, isOnCourt),
    teamId: game.sheet.teams[side] as TeamId,
    number,
    isListed,
    isStarter: hasLineup ? (bits & mark.isStarter) !== 0 : null,
    hasPlayed,
    isOut: (bits & mark.isOut) !== 0,
    onCourtFromMs: isRunning ? (state.lines[row * lineWidth + enteredMs] as number) : null,
  };
};

/** Closed stints of the whole side, with those that the period's end closes. */
export const sidePlayedMs = (game: Game, rows: readonly number[]): number => {
  const { lines } = game.board.state;
  return rows.reduce((sum, row) => {
    const isOnCourt = ((lines[row * lineWidth + marks] as number) & mark.isOnCourt) !== 0;
    return sum + (lines[row * lineWidth + column.playedMs] as number) + openMs(game, row, isOnCourt);
  }, 0);
};

export const sideName = (side: SideIndex): 'home' | 'away' => sideNames[side];
