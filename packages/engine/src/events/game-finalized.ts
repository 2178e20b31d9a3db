/** game-finalized: final is a state, plays after it are folded and flagged (GAM-1). Source: events.md §4, protocol.md A-7, F-4. */
import type { EventBase } from './base.ts';

export type GameFinalized = EventBase<'game-finalized'> & {
  /** As the table confirms it; null: not said. */
  readonly score: { readonly home: number; readonly away: number } | null;
};
