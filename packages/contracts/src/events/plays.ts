/** The 18 types of play, in the order of the catalogue (events.md §3). */
import { fieldGoalAttempted } from './field-goal-attempted.ts';
import { foulCommitted } from './foul-committed.ts';
import { freeThrowAttempted } from './free-throw-attempted.ts';
import { jumpBallCalled } from './jump-ball-called.ts';
import { lineupSet } from './lineup-set.ts';
import { periodEnded } from './period-ended.ts';
import { periodStarted } from './period-started.ts';
import { personEjected } from './person-ejected.ts';
import { pointsAdjusted } from './points-adjusted.ts';
import { possessionSet } from './possession-set.ts';
import { reboundTaken } from './rebound-taken.ts';
import { reviewCalled } from './review-called.ts';
import { scoreConfirmed } from './score-confirmed.ts';
import { substitutionMade } from './substitution-made.ts';
import { timeoutCalled } from './timeout-called.ts';
import { trackingChanged } from './tracking-changed.ts';
import { turnoverCommitted } from './turnover-committed.ts';
import { violationCalled } from './violation-called.ts';

export const plays = [
  periodStarted,
  periodEnded,
  lineupSet,
  substitutionMade,
  trackingChanged,
  fieldGoalAttempted,
  freeThrowAttempted,
  reboundTaken,
  turnoverCommitted,
  foulCommitted,
  violationCalled,
  jumpBallCalled,
  possessionSet,
  timeoutCalled,
  reviewCalled,
  personEjected,
  pointsAdjusted,
  scoreConfirmed,
] as const;
