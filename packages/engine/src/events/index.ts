/**
 * The 27 types of event, as closed unions. Adding one here without its fold, schema, generator and phrase does not compile.
 * Source: events.md §3.
 */
import type { FieldGoalAttempted } from './field-goal-attempted.ts';
import type { FoulCommitted } from './foul-committed.ts';
import type { FreeThrowAttempted } from './free-throw-attempted.ts';
import type { GameFinalized } from './game-finalized.ts';
import type { GameForfeited } from './game-forfeited.ts';
import type { GameReopened } from './game-reopened.ts';
import type { GameSetUp } from './game-set-up.ts';
import type { JumpBallCalled } from './jump-ball-called.ts';
import type { LineupSet } from './lineup-set.ts';
import type { PeriodEnded } from './period-ended.ts';
import type { PeriodStarted } from './period-started.ts';
import type { PersonEjected } from './person-ejected.ts';
import type { PlayAmended } from './play-amended.ts';
import type { PlayRestored } from './play-restored.ts';
import type { PlayVoided } from './play-voided.ts';
import type { PointsAdjusted } from './points-adjusted.ts';
import type { PossessionSet } from './possession-set.ts';
import type { ReboundTaken } from './rebound-taken.ts';
import type { ReviewCalled } from './review-called.ts';
import type { RosterChanged } from './roster-changed.ts';
import type { RulesChanged } from './rules-changed.ts';
import type { ScoreConfirmed } from './score-confirmed.ts';
import type { SubstitutionMade } from './substitution-made.ts';
import type { TimeoutCalled } from './timeout-called.ts';
import type { TrackingChanged } from './tracking-changed.ts';
import type { TurnoverCommitted } from './turnover-committed.ts';
import type { ViolationCalled } from './violation-called.ts';

export type Play =
  | PeriodStarted
  | PeriodEnded
  | LineupSet
  | SubstitutionMade
  | TrackingChanged
  | FieldGoalAttempted
  | FreeThrowAttempted
  | ReboundTaken
  | TurnoverCommitted
  | FoulCommitted
  | ViolationCalled
  | JumpBallCalled
  | PossessionSet
  | TimeoutCalled
  | ReviewCalled
  | PersonEjected
  | PointsAdjusted
  | ScoreConfirmed;

export type Setting = GameSetUp | RosterChanged | RulesChanged;

export type Correction = PlayAmended | PlayVoided | PlayRestored;

export type StatusChange = GameFinalized | GameReopened | GameForfeited;

export type GameEvent = Play | Setting | Correction | StatusChange;
export type EventType = GameEvent['type'];
export type PlayType = Play['type'];

/** An event with the server's number; null until the server acknowledged it. */
export type LoggedEvent = GameEvent & { readonly seq: number | null };

const tableOfPlays = {
  'period-started': true,
  'period-ended': true,
  'lineup-set': true,
  'substitution-made': true,
  'tracking-changed': true,
  'field-goal-attempted': true,
  'free-throw-attempted': true,
  'rebound-taken': true,
  'turnover-committed': true,
  'foul-committed': true,
  'violation-called': true,
  'jump-ball-called': true,
  'possession-set': true,
  'timeout-called': true,
  'review-called': true,
  'person-ejected': true,
  'points-adjusted': true,
  'score-confirmed': true,
} as const satisfies Record<PlayType, true>;

export const playTypes = Object.keys(tableOfPlays) as readonly PlayType[];

export const isPlayType = (type: string): type is PlayType => Object.hasOwn(tableOfPlays, type);

export const isPlay = (event: GameEvent): event is Play => isPlayType(event.type);
