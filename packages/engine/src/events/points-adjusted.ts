/** points-adjusted: moves the score without a basket, for instance a quarter total off a paper sheet (SCO-1). Source: events.md §4. */

import { benchPoints } from '../game/bench.ts';
import { credit } from '../game/effects.ts';
import type { PlayerId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export type PointsAdjusted = PlayBase<'points-adjusted'> & {
  readonly teamId: TeamId;
  readonly by: PlayerId | null;
  /** Integer, not 0, may be negative. */
  readonly points: number;
};

export const foldPoints = forTeam<PointsAdjusted>((play, floor, side) => [
  credit(side, play.by, 'pts', play.points),
  ...benchPoints(floor, side, play.by, play.points),
  { does: 'score', side, points: play.points, trip: null, makesRun: false },
]);
