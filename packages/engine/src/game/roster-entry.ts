/** One line of a game's sheet. Source: events.md SET-1…SET-3. */
import type { PlayerId, SpotId } from './ids.ts';

/** As rosters have them: the three of old, then the five. */
export const playingPositions = [
  'guard',
  'forward',
  'center',
  'point-guard',
  'shooting-guard',
  'small-forward',
  'power-forward',
] as const;
export type PlayingPosition = (typeof playingPositions)[number];

export type RosterEntry = {
  readonly playerId: PlayerId;
  /** The roster spot it stands for; null: not known (a late arrival, keyed at the court side). */
  readonly spotId: SpotId | null;
  /** Shirt number as printed: '0' and '00' differ; '' when not said. */
  readonly number: string;
  /** In this game; absent: not said. No number depends on it: readers of `player-actions` want it. */
  readonly position?: PlayingPosition;
  /** "51" turns out to be 15: every credit of this entry goes to that one. null: itself. */
  readonly sameAs: PlayerId | null;
  readonly listed: boolean;
};
