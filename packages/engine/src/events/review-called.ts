/** review-called: a coach's challenge or the officials' own. Source: events.md TMO-1. */
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export type ReviewCalled = PlayBase<'review-called'> & {
  /** The challenger; null: the officials. */
  readonly teamId: TeamId | null;
  readonly result: 'stands' | 'changed' | null;
};

/** A challenge that was won gives the timeout taken for it, at the same clock, back where the rules say so (TMO-1). */
export const foldReview: Fold<ReviewCalled> = (play, floor) => {
  const side = floor.sideOfTeam(play.teamId);
  const returns = side !== null && play.result === 'changed' && floor.rules.timeouts.challengeReturnsTimeout;
  if (!returns) return [];
  const last = floor.state.timeouts.findLast((timeout) => timeout.side === side);
  const isFor = last !== undefined && last.period === floor.state.period && last.clockMs === play.clockMs;
  return isFor ? [{ does: 'return-timeout', side }] : [];
};
