/** review-called: a coach's challenge or the officials' own. Source: events.md TMO-1. */
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export type ReviewCalled = PlayBase<'review-called'> & {
  /** The challenger; null: the officials. */
  readonly teamId: TeamId | null;
  readonly result: 'stands' | 'changed' | null;
};

/** A challenge that was won gives the timeout back where the rules say so (TMO-1). */
export const foldReview: Fold<ReviewCalled> = (play, floor) => {
  const side = floor.sideOfTeam(play.teamId);
  const returns = side !== null && play.result === 'changed' && floor.rules.timeouts.challengeReturnsTimeout;
  return returns ? [{ does: 'return-timeout', side }] : [];
};
