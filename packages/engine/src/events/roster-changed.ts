/**
 * roster-changed: one entry of the sheet, said anew; all past plays of that `playerId` follow (SET-1, SET-2, SET-3).
 * Invariants: has no place; a register keyed by `playerId`, the last by seq stands.
 * Source: events.md §4 "Set-up".
 */
import type { TeamId } from '../game/ids.ts';
import type { RosterEntry } from '../game/roster-entry.ts';
import type { EventBase } from './base.ts';

export type RosterChanged = EventBase<'roster-changed'> & { readonly teamId: TeamId; readonly entry: RosterEntry };
