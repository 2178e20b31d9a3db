/** points-adjusted: moves the score without a basket, for instance a quarter total off a paper sheet (SCO-1). Source: events.md §4. */
import type { PlayerId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export type PointsAdjusted = PlayBase<'points-adjusted'> & {
  readonly teamId: TeamId;
  readonly by: PlayerId | null;
  /** Integer, not 0, may be negative. */
  readonly points: number;
};
