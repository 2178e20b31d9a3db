/** A game that is played, and everything that is known of it from outside at one moment. */
import type { GameEvent, GameId, GameResult, LoggedEvent } from '@bball/engine';
import type { ScorersTable } from '../scoring/scorers-table.ts';
import type { Screen } from '../viewers/screen.ts';

export type Game = {
  readonly gameId: GameId;
  /** Its place among the games of the load. */
  readonly seat: number;
  readonly table: ScorersTable;
  readonly screens: readonly Screen[];
};

export type LogRow = { readonly seq: number; readonly id: string; readonly body: GameEvent };

type Line = Readonly<Record<string, unknown>>;

/** What PostgreSQL holds of a game. */
export type Stored = {
  readonly log: readonly LogRow[];
  readonly result: { readonly revision: number; readonly engineVersion: number; readonly hash: string } | null;
  readonly players: readonly Line[];
  readonly teams: readonly Line[];
  readonly finals: readonly { readonly eventId: string; readonly home: number; readonly away: number }[];
  readonly tray: readonly { readonly id: string; readonly state: 'held' | 'admitted' | 'discarded' }[];
};

/** Seen at rest: nobody keys, everything keyed was answered. */
export type Seen = {
  readonly game: Game;
  readonly stored: Stored;
  /** The stored log as events, in order. */
  readonly log: readonly LoggedEvent[];
  /** Folded here, from scratch. */
  readonly fold: GameResult;
};

/** Sentences about what broke; none: it holds. */
export type Check = (seen: Seen) => readonly string[];
