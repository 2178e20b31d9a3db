/** Which fold belongs to which type of play. A play without a fold does not compile. */
import { foldFieldGoal } from './field-goal-attempted.ts';
import type { Fold } from './fold.ts';
import { foldFoul } from './foul-committed.ts';
import { foldFreeThrow } from './free-throw-attempted.ts';
import type { Play, PlayType } from './index.ts';
import { foldJumpBall } from './jump-ball-called.ts';
import { foldLineup } from './lineup-set.ts';
import { foldPeriodEnd } from './period-ended.ts';
import { foldPeriodStart } from './period-started.ts';
import { foldEjection } from './person-ejected.ts';
import { foldPoints } from './points-adjusted.ts';
import { foldPossession } from './possession-set.ts';
import { foldRebound } from './rebound-taken.ts';
import { foldReview } from './review-called.ts';
import { foldScoreConfirmed } from './score-confirmed.ts';
import { foldSubstitution } from './substitution-made.ts';
import { foldTimeout } from './timeout-called.ts';
import { foldTracking } from './tracking-changed.ts';
import { foldTurnover } from './turnover-committed.ts';
import { foldViolation } from './violation-called.ts';

export const folds = {
  'period-started': foldPeriodStart,
  'period-ended': foldPeriodEnd,
  'lineup-set': foldLineup,
  'substitution-made': foldSubstitution,
  'tracking-changed': foldTracking,
  'field-goal-attempted': foldFieldGoal,
  'free-throw-attempted': foldFreeThrow,
  'rebound-taken': foldRebound,
  'turnover-committed': foldTurnover,
  'foul-committed': foldFoul,
  'violation-called': foldViolation,
  'jump-ball-called': foldJumpBall,
  'possession-set': foldPossession,
  'timeout-called': foldTimeout,
  'review-called': foldReview,
  'person-ejected': foldEjection,
  'points-adjusted': foldPoints,
  'score-confirmed': foldScoreConfirmed,
} satisfies { readonly [T in PlayType]: Fold<Extract<Play, { type: T }>> };
