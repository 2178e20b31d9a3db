/** The stints of a game, the running one included up to the last clock said. Source: events.md LIN-4. */

import type { ClosedStint } from '../game/board.ts';
import type { PlayerId } from '../game/ids.ts';
import type { Game } from '../game-fold.ts';
import type { Stint } from '../stats/result.ts';

const asStint = (game: Game, { period, fromMs, toMs, ten }: ClosedStint, index: number): Stint => {
  const { state, playerOfRow } = game.board;
  const players = (rows: readonly number[] | null): PlayerId[] =>
    (rows ?? []).map((row) => playerOfRow[row] as PlayerId).sort();
  const count = (i: number): number => state.stintCounts[index * 4 + i] as number;
  return {
    period,
    fromMs,
    toMs,
    players: { home: players(ten[0]), away: players(ten[1]) },
    pts: { home: count(0), away: count(1) },
    possessions: { home: count(2), away: count(3) },
  };
};

export const stintsOf = (game: Game): Stint[] => {
  const { state, stints } = game.board;
  const found = stints.map((stint, index) => asStint(game, stint, index));
  const toMs = state.periodState === 'ended' ? state.endedAtMs : (state.clockMs ?? state.stintFromMs);
  const hasLineup = state.onCourt[0] !== null || state.onCourt[1] !== null;
  if (state.stintFromMs === null || toMs === null || !hasLineup) return found;
  const open = asStint(
    game,
    { period: state.period, fromMs: state.stintFromMs, toMs, ten: state.onCourt },
    state.stintCount,
  );
  const isEmpty =
    open.fromMs === open.toMs &&
    open.pts.home === 0 &&
    open.pts.away === 0 &&
    open.possessions.home === 0 &&
    open.possessions.away === 0;
  return isEmpty ? found : [...found, open];
};
