/** turnover-committed: the ball is lost without a shot. Source: events.md TOV-1, TOV-2. */
import type { Doer, Helper } from '../game/doer.ts';
import { credit, type Effect } from '../game/effects.ts';
import type { TeamId } from '../game/ids.ts';
import { missIsOver, playGoesOn } from '../game/play-on.ts';
import { otherSide } from '../game/side.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export const turnoverKinds = [
  'bad-pass',
  'ball-handling',
  'travel',
  'double-dribble',
  'carrying',
  'out-of-bounds',
  'backcourt',
  'three-seconds',
  'five-seconds',
  'eight-seconds',
  'ten-seconds',
  'shot-clock',
  'goaltending',
  'lane',
  'held-ball',
  'kicked-ball',
  'offensive-foul',
] as const;
export type TurnoverKind = (typeof turnoverKinds)[number];

export type TurnoverCommitted = PlayBase<'turnover-committed'> & {
  readonly teamId: TeamId;
  readonly by: Doer;
  readonly kind: TurnoverKind | null;
  readonly stolenBy: Helper;
};

export const foldTurnover = forTeam<TurnoverCommitted>((play, floor, side) => {
  // FTH-5: the thrower's lane violation stands in for a throw.
  const open: readonly Effect[] =
    play.kind === 'lane' ? [{ does: 'settle-trip', side }, ...missIsOver(floor)] : playGoesOn(floor);
  const effects: Effect[] = [...open, credit(side, play.by, 'tov')];
  if (play.stolenBy !== null) effects.push(credit(otherSide(side), play.stolenBy, 'stl'));
  effects.push({ does: 'end-possession', side, by: 'turnover', foulId: null });
  return effects;
});
