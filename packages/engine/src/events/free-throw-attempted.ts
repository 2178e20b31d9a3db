/**
 * free-throw-attempted: one free throw. `foulId` is the log's only explicit link (D3).
 * Source: events.md FTH-1…FTH-7.
 */
import type { Doer, Helper } from '../game/doer.ts';
import type { EventId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export const throwQualifiers = ['fast-break'] as const;
export type ThrowQualifier = (typeof throwQualifiers)[number];

export type FreeThrowAttempted = PlayBase<'free-throw-attempted'> & {
  readonly teamId: TeamId;
  readonly by: Doer;
  readonly made: boolean;
  /** null: the foul is not in the log, or not known. */
  readonly foulId: EventId | null;
  readonly assistedBy: Helper;
  readonly qualifiers: readonly ThrowQualifier[];
};
