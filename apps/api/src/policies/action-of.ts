/**
 * `POST …/events` is one door for many rights: which one each type of event needs, and the policy that answers.
 * Source: access.md §2, last paragraph.
 */
import type { EventType } from '@bball/engine';
import type { Action } from './actions.ts';
import {
  canAddGuest,
  canChangeRuleSet,
  canCorrect,
  canFinalize,
  canReopen,
  canScore,
  type GameFacts,
} from './games.ts';
import type { RelatedActor } from './relations.ts';

export const actionOf = {
  'period-started': 'canScore',
  'period-ended': 'canScore',
  'lineup-set': 'canScore',
  'substitution-made': 'canScore',
  'tracking-changed': 'canScore',
  'field-goal-attempted': 'canScore',
  'free-throw-attempted': 'canScore',
  'rebound-taken': 'canScore',
  'turnover-committed': 'canScore',
  'foul-committed': 'canScore',
  'violation-called': 'canScore',
  'jump-ball-called': 'canScore',
  'possession-set': 'canScore',
  'timeout-called': 'canScore',
  'review-called': 'canScore',
  'person-ejected': 'canScore',
  'points-adjusted': 'canScore',
  'score-confirmed': 'canScore',
  'game-set-up': 'canScore',
  'roster-changed': 'canAddGuest',
  'rules-changed': 'canChangeRuleSet',
  'play-amended': 'canCorrect',
  'play-voided': 'canCorrect',
  'play-restored': 'canCorrect',
  'game-finalized': 'canFinalize',
  'game-forfeited': 'canFinalize',
  'game-reopened': 'canReopen',
} as const satisfies Record<EventType, Action>;

/** What the door knows about the event besides its type. */
export type RecordingFacts = {
  /** A correction of a play that the same principal keyed. */
  readonly isOwnPlay: boolean;
  readonly nowMs: number;
};

type Judge = (actor: RelatedActor, game: GameFacts, facts: RecordingFacts) => boolean;

const judges: Readonly<Record<(typeof actionOf)[EventType], Judge>> = {
  canScore,
  canAddGuest,
  canChangeRuleSet,
  canCorrect: (actor, game, { isOwnPlay }) => canCorrect(actor, game, { isOwn: isOwnPlay }),
  canFinalize,
  canReopen: (actor, game, { nowMs }) => canReopen(actor, game, nowMs),
};

/**
 * May this actor put an event of this type into this game's log, leaving aside whether the game is final: that is decided under the
 * lock of the log. A cancelled game takes nothing.
 */
export const canRecord = (actor: RelatedActor, game: GameFacts, type: EventType, facts: RecordingFacts): boolean =>
  judges[actionOf[type]](actor, asIfDue(game, type), facts);

const asIfDue = (game: GameFacts, type: EventType): GameFacts =>
  game.status === 'cancelled' ? game : { ...game, status: type === 'game-reopened' ? 'final' : 'live' };
