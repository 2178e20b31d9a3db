/** review-called: a coach's challenge or the officials' own. Source: events.md TMO-1. */
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export type ReviewCalled = PlayBase<'review-called'> & {
  /** The challenger; null: the officials. */
  readonly teamId: TeamId | null;
  readonly result: 'stands' | 'changed' | null;
};
