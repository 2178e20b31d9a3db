/** One line of a game's sheet. Source: events.md SET-1…SET-3. */
import type { PlayerId, SpotId } from './ids.ts';

export type RosterEntry = {
  readonly playerId: PlayerId;
  /** The roster spot it stands for; null: not known (a late arrival, keyed at the court side). */
  readonly spotId: SpotId | null;
  /** Shirt number as printed: '0' and '00' differ; '' when not said. */
  readonly number: string;
  /** "51" turns out to be 15: every credit of this entry goes to that one. null: itself. */
  readonly sameAs: PlayerId | null;
  readonly listed: boolean;
};
