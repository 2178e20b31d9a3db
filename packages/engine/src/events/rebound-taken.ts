/** rebound-taken. Source: events.md REB-1…REB-4. */
import type { Doer } from '../game/doer.ts';
import { credit, type Effect, flag } from '../game/effects.ts';
import { type Floor, isTrackedOfBoth } from '../game/floor.ts';
import type { TeamId } from '../game/ids.ts';
import { throwsAreOver } from '../game/play-on.ts';
import type { SideIndex } from '../game/side.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export type ReboundTaken = PlayBase<'rebound-taken'> & {
  readonly teamId: TeamId;
  readonly by: Doer;
  /** null: derived from the nearest earlier miss (REB-2). */
  readonly side: 'offensive' | 'defensive' | null;
  readonly deadBall: boolean;
};

/** REB-2: against the team of the nearest earlier miss. */
const sideByOrder = ({ state }: Floor, side: SideIndex): 'offensive' | 'defensive' | null => {
  if (state.lastMissSide === null) return null;
  return state.lastMissSide === side ? 'offensive' : 'defensive';
};

const doubts = (play: ReboundTaken, floor: Floor, side: SideIndex): Effect[] => {
  const byOrder = sideByOrder(floor, side);
  if (play.side !== null && byOrder !== null && play.side !== byOrder)
    return [flag('rebound-side-differs', { side, detail: { said: play.side, byOrder } })];
  const isSurprise = floor.state.openMiss === null && !play.deadBall && isTrackedOfBoth(floor, 'misses');
  return isSurprise ? [flag('rebound-without-miss', { side })] : [];
};

/** A live offensive rebound is a second chance in the same possession (POS-4); a dead-ball one moves nothing, unless the miss was live. */
const ball = (
  play: ReboundTaken,
  { state }: Floor,
  side: SideIndex,
  reboundSide: 'offensive' | 'defensive',
): Effect[] => {
  if (play.deadBall && state.openMiss === null) return [];
  const effects: Effect[] = [{ does: 'gain-ball', side, afterTurnover: false }];
  if (reboundSide === 'offensive' && !play.deadBall) effects.push({ does: 'new-chance', isSecondChance: true });
  if (state.openMiss !== null) effects.push({ does: 'settle-miss' });
  return effects;
};

export const foldRebound = forTeam<ReboundTaken>((play, floor, side) => {
  const reboundSide = play.side ?? sideByOrder(floor, side) ?? 'defensive';
  const effects: Effect[] = [...doubts(play, floor, side), { does: 'rebound-side', side: reboundSide }];
  if (!play.deadBall) effects.push(...throwsAreOver(floor));
  const counts = !play.deadBall || floor.rules.deadBallRebounds;
  if (counts) effects.push(credit(side, play.by, reboundSide === 'offensive' ? 'oreb' : 'dreb'));
  return [...effects, ...ball(play, floor, side, reboundSide)];
});
