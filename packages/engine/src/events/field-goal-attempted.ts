/**
 * field-goal-attempted: a shot, with its assist or its block.
 * Invariants: a made shot moves the score by `points`; an assist on a miss and a block on a make credit nobody (FGA-2).
 * Source: FIBA Statisticians' Manual, "Field goals"; events.md FGA-1…FGA-7.
 */
import type { Doer, Helper } from '../game/doer.ts';
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export const shotStyles = [
  'layup', 'dunk', 'alley-oop', 'tip-in', 'hook', 'floater', 'jump-shot', 'pull-up', 'step-back', 'turnaround', 'fadeaway',
] as const;
export type ShotStyle = (typeof shotStyles)[number];

export const shotQualifiers = ['fast-break', 'goaltending', 'heave', 'own-basket', 'paint'] as const;
export type ShotQualifier = (typeof shotQualifiers)[number];

/** Integer centimetres from the middle of the attacked ring: x to the right as the attackers face it, y away from the baseline. */
export type Spot = { readonly xCm: number; readonly yCm: number };

export type FieldGoalAttempted = PlayBase<'field-goal-attempted'> & {
  /** The team that gets the points. */
  readonly teamId: TeamId;
  readonly by: Doer;
  /** What it was worth, made or not. */
  readonly points: number;
  readonly made: boolean;
  readonly spot: Spot | null;
  readonly style: ShotStyle | null;
  readonly assistedBy: Helper;
  readonly blockedBy: Helper;
  readonly qualifiers: readonly ShotQualifier[];
};
