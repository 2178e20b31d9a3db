/** violation-called: credits nobody; `delay` counts a warning (VIO-1). Source: events.md §3. */
import type { Offender } from '../game/doer.ts';
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export const violationKinds = ['delay', 'goaltending', 'kicked-ball', 'lane', 'double-lane', 'jump-ball'] as const;
export type ViolationKind = (typeof violationKinds)[number];

export type ViolationCalled = PlayBase<'violation-called'> & {
  readonly teamId: TeamId;
  readonly by: Offender;
  readonly kind: ViolationKind;
};
