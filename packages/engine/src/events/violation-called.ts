/** violation-called: credits nobody; `delay` counts a warning (VIO-1). Source: events.md §3. */
import type { Offender } from '../game/doer.ts';
import type { Effect } from '../game/effects.ts';
import type { TeamId } from '../game/ids.ts';
import { otherSide } from '../game/side.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export const violationKinds = ['delay', 'goaltending', 'kicked-ball', 'lane', 'double-lane', 'jump-ball'] as const;
export type ViolationKind = (typeof violationKinds)[number];

export type ViolationCalled = PlayBase<'violation-called'> & {
  readonly teamId: TeamId;
  readonly by: Offender;
  readonly kind: ViolationKind;
};

/** A lane violation of the throwing side settles a throw (FTH-5); of the other side, the throw is repeated and stands by itself. */
export const foldViolation = forTeam<ViolationCalled>((play, _floor, side): readonly Effect[] => {
  if (play.kind === 'double-lane')
    return [
      { does: 'settle-trip', side },
      { does: 'settle-trip', side: otherSide(side) },
    ];
  return play.kind === 'lane' ? [{ does: 'settle-trip', side }] : [];
});
