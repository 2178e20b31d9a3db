/** Shots: in the run of play, and with the horn near. */
import { considerTimeout } from './bench.ts';
import { andOne, fouledShot } from './defensive-foul.ts';
import { type Match, otherSide, play, type SimulatedPlayer, type SimulatedSide, score } from './match.ts';
import { choose, type Outcome } from './outcome.ts';
import { rebound } from './rebound.ts';
import { styleOf, takeHeaveSpot, takeSpot, type Zone } from './shot.ts';

const zoneFor = (match: Match, shooter: SimulatedPlayer, isFastBreak: boolean): Zone => {
  const { rim, middle, outside } = match.manner.shotFrom;
  return match.random.key({
    rim: rim * (isFastBreak ? 2.2 : 1),
    middle: middle * (isFastBreak ? 0.4 : 1),
    outside: outside * shooter.talent.outsideTaste,
  });
};

export const shoot = (match: Match, offense: SimulatedSide, isFastBreak: boolean): Outcome => {
  const { random, recorder, manner, rules } = match;
  const defense = otherSide(match, offense);
  const shooter = choose(match, offense, 'usage');
  const zone = zoneFor(match, shooter, isFastBreak);
  const worth = zone === 'outside' ? rules.points.outside : rules.points.inside;
  const isFouled = random.isChance(manner.foulOnShot[zone]);
  const advantage = shooter.talent.shooting + match.form[offense.index] + (isFastBreak ? 0.05 : 0);
  const made = random.isChance(manner.shotMade[zone] + advantage - (isFouled ? 0.33 : 0));
  if (isFouled && !made) return fouledShot(match, offense, { shooter, worth });
  const isAwarded = made && !isFouled && zone === 'rim' && random.isChance(0.015);
  const isAssisted = made && random.isChance(manner.assist[zone]);
  const isBlocked = !made && zone !== 'outside' && random.isChance(manner.block);
  recorder.record({
    type: 'field-goal-attempted',
    teamId: offense.teamId,
    by: shooter.id,
    points: worth,
    made,
    spot: takeSpot(random, zone, rules),
    style: styleOf(random, zone),
    assistedBy: isAssisted ? choose(match, offense, 'passing', shooter).id : 'nobody',
    blockedBy: isBlocked ? choose(match, defense, 'blocking').id : 'nobody',
    qualifiers: [...(isFastBreak ? (['fast-break'] as const) : []), ...(isAwarded ? (['goaltending'] as const) : [])],
  });
  if (!made) return rebound(match, offense);
  score(match, offense, worth);
  if (isAwarded) {
    const by = choose(match, defense, 'blocking').id;
    recorder.record({ type: 'violation-called', teamId: defense.teamId, by, kind: 'goaltending' });
  }
  if (isFouled) return andOne(match, offense, { shooter, worth });
  considerTimeout(match, defense, offense);
  return { ballTo: defense, by: 'basket' };
};

/** The horn is near: a hurried shot, from afar if there is no time at all, or nothing. */
export const shootAtHorn = (match: Match, offense: SimulatedSide): void => {
  const { random, recorder, rules, clockMs } = match;
  if (clockMs === null) return;
  const isFar = clockMs < 2_500;
  if (!random.isChance(isFar ? 0.5 : 0.8)) {
    play(match, clockMs);
    return;
  }
  play(match, Math.max(0, clockMs - random.between(0, Math.min(1_500, clockMs))));
  const shooter = choose(match, offense, 'usage');
  const made = random.isChance(isFar ? 0.03 : 0.28);
  const zone = random.isChance(0.6) ? 'outside' : 'middle';
  const worth = isFar || zone === 'outside' ? rules.points.outside : rules.points.inside;
  recorder.record({
    type: 'field-goal-attempted',
    teamId: offense.teamId,
    by: shooter.id,
    points: worth,
    made,
    spot: isFar ? takeHeaveSpot(random, rules) : takeSpot(random, zone, rules),
    style: 'jump-shot',
    assistedBy: 'nobody',
    blockedBy: 'nobody',
    qualifiers: isFar ? ['heave'] : [],
  });
  if (made) score(match, offense, worth);
  if (match.clockMs !== null) play(match, match.clockMs);
};
