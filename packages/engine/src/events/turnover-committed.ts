/** turnover-committed: the ball is lost without a shot. Source: events.md TOV-1, TOV-2. */
import type { Doer, Helper } from '../game/doer.ts';
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export const turnoverKinds = [
  'bad-pass', 'ball-handling', 'travel', 'double-dribble', 'carrying', 'out-of-bounds', 'backcourt', 'three-seconds',
  'five-seconds', 'eight-seconds', 'ten-seconds', 'shot-clock', 'goaltending', 'lane', 'held-ball', 'kicked-ball', 'offensive-foul',
] as const;
export type TurnoverKind = (typeof turnoverKinds)[number];

export type TurnoverCommitted = PlayBase<'turnover-committed'> & {
  readonly teamId: TeamId;
  readonly by: Doer;
  readonly kind: TurnoverKind | null;
  readonly stolenBy: Helper;
};
