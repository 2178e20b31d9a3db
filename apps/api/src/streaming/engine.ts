/** The engine as the host holds it: the same functions that run on the phone, and later inside Flink (I-24). */
import type { Delta, Game, GameId, GameResult, LoggedEvent, SeasonLines, SeasonTable, Snapshot } from '@bball/engine';

export type Engine = {
  readonly engineVersion: number;
  readonly openGame: (gameId: GameId) => Game;
  readonly append: (game: Game, events: readonly LoggedEvent[]) => void;
  readonly takeDelta: (game: Game) => Delta | null;
  readonly snapshot: (game: Game) => Snapshot;
  readonly result: (game: Game) => GameResult;
  readonly seasonLines: (game: Game, result: GameResult) => SeasonLines | null;
  readonly seasonTable: (lines: readonly SeasonLines[]) => SeasonTable;
};
