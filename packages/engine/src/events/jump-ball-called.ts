/** jump-ball-called: a toss, or the arrow, or a rule. Source: events.md POS-1, POS-7; FIBA Art. 12. */
import type { Doer } from '../game/doer.ts';
import type { PlayerId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export const jumpBallReasons = ['period-start', 'held-ball', 'lodged-ball', 'out-of-bounds', 'double-violation'] as const;
export type JumpBallReason = (typeof jumpBallReasons)[number];

export const jumpBallDecisions = ['toss', 'arrow', 'rule'] as const;
export type JumpBallDecision = (typeof jumpBallDecisions)[number];

export type JumpBallCalled = PlayBase<'jump-ball-called'> & {
  readonly reason: JumpBallReason | null;
  readonly decidedBy: JumpBallDecision | null;
  /** The team that gets the ball. */
  readonly teamId: TeamId | null;
  /** Who recovers it. */
  readonly by: Doer;
  readonly jumpers: { readonly home: PlayerId | null; readonly away: PlayerId | null };
};
