/**
 * field-goal-attempted: a shot, with its assist or its block.
 * Invariants: a made shot moves the score by `points`; an assist on a miss and a block on a make credit nobody (FGA-2).
 * Source: FIBA Statisticians' Manual, "Field goals"; events.md FGA-1…FGA-7.
 */

import { benchPoints } from '../game/bench.ts';
import type { Doer, Helper } from '../game/doer.ts';
import { credit, type Effect, flag } from '../game/effects.ts';
import { type Floor, isTrackedOfBoth } from '../game/floor.ts';
import type { TeamId } from '../game/ids.ts';
import { playGoesOn } from '../game/play-on.ts';
import { noteEffects, possessionNotes } from '../game/possession-notes.ts';
import { otherSide, type SideIndex } from '../game/side.ts';
import type { Spot } from '../game/spot.ts';
import { isClearlyWorth, isInPaint } from '../rules/geometry.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export const shotStyles = [
  'layup',
  'dunk',
  'alley-oop',
  'tip-in',
  'hook',
  'floater',
  'jump-shot',
  'pull-up',
  'step-back',
  'turnaround',
  'fadeaway',
] as const;
export type ShotStyle = (typeof shotStyles)[number];

export const shotQualifiers = ['fast-break', 'goaltending', 'heave', 'own-basket', 'paint'] as const;
export type ShotQualifier = (typeof shotQualifiers)[number];

export type FieldGoalAttempted = PlayBase<'field-goal-attempted'> & {
  /** The team that gets the points. */
  readonly teamId: TeamId;
  readonly by: Doer;
  /** What it was worth, made or not. */
  readonly points: number;
  readonly made: boolean;
  readonly spot: Spot | null;
  readonly style: ShotStyle | null;
  readonly assistedBy: Helper;
  readonly blockedBy: Helper;
  readonly qualifiers: readonly ShotQualifier[];
};

const has = (play: FieldGoalAttempted, qualifier: ShotQualifier): boolean => play.qualifiers.includes(qualifier);

const isAnswered = (helper: Helper): boolean => helper !== null && helper !== 'nobody';

const doubts = (play: FieldGoalAttempted, { rules }: Floor): Effect[] => {
  const effects: Effect[] = [];
  const { inside, outside } = rules.points;
  if (play.points !== inside && play.points !== outside)
    effects.push(flag('points-impossible', { detail: { points: play.points } }));
  else if (play.spot !== null && !has(play, 'own-basket') && !has(play, 'heave')) {
    const worth = play.points === inside ? outside : inside;
    if (isClearlyWorth(play.spot, worth, rules))
      effects.push(flag('spot-and-points-differ', { detail: { points: play.points, worth } }));
  }
  if (isAnswered(play.made ? play.blockedBy : play.assistedBy)) effects.push(flag('helper-on-wrong-play'));
  return effects;
};

/** FGA-6: a missed heave that the rule set counts for no player. */
export const isNobodysAttempt = (play: FieldGoalAttempted, { rules }: Floor): boolean =>
  !play.made && has(play, 'heave') && rules.missedHeave !== 'player';

/** FGA-5, FGA-6: whose attempt it is. */
const shooter = (play: FieldGoalAttempted, floor: Floor): Doer | 'nobody' => {
  if (play.made && has(play, 'own-basket') && floor.rules.ownBasket === 'team') return 'team';
  return isNobodysAttempt(play, floor) ? 'nobody' : play.by;
};

const takesBall = (play: FieldGoalAttempted, floor: Floor, side: SideIndex): Effect[] => {
  const { possession } = floor.state;
  if (possession?.side === side) return [];
  if (has(play, 'own-basket')) return [];
  const gain: Effect = { does: 'gain-ball', side, afterTurnover: false };
  const isSurprise = possession !== null && isTrackedOfBoth(floor, 'misses', 'rebounds', 'turnovers');
  return isSurprise ? [flag('possession-jump', { side }), gain] : [gain];
};

const made = (play: FieldGoalAttempted, floor: Floor, side: SideIndex, by: Doer | 'nobody'): Effect[] => {
  const { rules, state } = floor;
  const effects: Effect[] = [credit(side, by, 'fgm'), credit(side, by, 'fga'), credit(side, by, 'pts', play.points)];
  if (play.points === rules.points.outside) effects.push(credit(side, by, 'fg3m'), credit(side, by, 'fg3a'));
  if (play.assistedBy !== play.by)
    effects.push(credit(side, play.assistedBy === null ? 'nobody' : play.assistedBy, 'ast'));
  if (by !== 'nobody') effects.push(...benchPoints(floor, side, by, play.points));
  effects.push(...possessionNotes(side, state.possession, play.points));
  effects.push({ does: 'score', side, points: play.points, trip: null, makesRun: true });
  if (has(play, 'own-basket')) effects.push({ does: 'gain-ball', side, afterTurnover: false });
  effects.push(
    { does: 'possession-points', points: play.points },
    { does: 'end-possession', side, by: 'basket', foulId: null },
  );
  return effects;
};

const missed = (play: FieldGoalAttempted, floor: Floor, side: SideIndex, by: Doer | 'nobody'): Effect[] => {
  const effects: Effect[] = [credit(side, by, 'fga')];
  if (play.points === floor.rules.points.outside) effects.push(credit(side, by, 'fg3a'));
  if (by === 'nobody' && floor.rules.missedHeave === 'team')
    effects.push({ does: 'tally', side, column: 'missedHeaves', count: 1 });
  if (isAnswered(play.blockedBy))
    effects.push(credit(otherSide(side), play.blockedBy, 'blk'), credit(side, by, 'blka'));
  effects.push({ does: 'miss', side, isLive: true });
  return effects;
};

export const foldFieldGoal = forTeam<FieldGoalAttempted>((play, floor, side) => {
  const by = shooter(play, floor);
  const points = play.made ? play.points : 0;
  const effects = [...doubts(play, floor), ...playGoesOn(floor), ...takesBall(play, floor, side)];
  if (play.spot === null ? has(play, 'paint') : isInPaint(play.spot, floor.rules.court))
    effects.push(...noteEffects(side, 'paint', points));
  if (has(play, 'fast-break')) effects.push(...noteEffects(side, 'fast-break', points));
  effects.push(...(play.made ? made(play, floor, side, by) : missed(play, floor, side, by)));
  return effects;
});
