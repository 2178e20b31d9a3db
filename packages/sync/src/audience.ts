/**
 * What an audience of the live view gets: a filter of keys over the same delta, so that every audience has the same chain of
 * revisions and the same numbers.
 * Invariants: the projection of a delta applied to the projection of a state is the projection of the new state; a delta of
 * which nothing is left is sent all the same (L-11), else the chain breaks for that audience.
 * Source: protocol.md L-11.
 */
import type { Delta, Snapshot } from '@bball/engine';

/** `everyone` who may see the game; `staff` (with the league's admins) also gets the flags. */
export type LiveAudience = 'everyone' | 'staff';

export const deltaFor = (audience: LiveAudience, delta: Delta): Delta =>
  audience === 'staff' ? delta : { ...delta, flags: {} };

export const snapshotFor = (audience: LiveAudience, snapshot: Snapshot): Snapshot =>
  audience === 'staff' ? snapshot : { ...snapshot, flags: {} };
