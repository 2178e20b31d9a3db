/** One side's possession, chance by chance, until the ball changes hands or the period is over. */
import type { TurnoverKind } from '../../src/events/turnover-committed.ts';
import { considerMediaTimeout, considerTimeout, substitute } from './bench.ts';
import {
  isTargetReached,
  type Match,
  otherSide,
  play,
  type SimulatedPlayer,
  type SimulatedSide,
  score,
} from './match.ts';
import { styleOf, takeHeaveSpot, takeSpot, type Zone } from './shot.ts';
import type { Talent } from './talent.ts';
import { type CalledFoul, callFoul, throwFor } from './whistle.ts';

type Weight = Exclude<keyof Talent, 'shooting' | 'throwing'>;

/** What a chance leads to: the ball to somebody, with how it came. */
type Outcome = {
  readonly ballTo: SimulatedSide;
  readonly by: 'same' | 'basket' | 'rebound' | 'steal' | 'whistle';
};

const choose = (match: Match, side: SimulatedSide, weight: Weight, except?: SimulatedPlayer): SimulatedPlayer =>
  match.random.weighted(
    side.onCourt.filter((player) => player !== except),
    (player) => player.talent[weight],
  );

const turnoverKinds = {
  'bad-pass': 48,
  'ball-handling': 26,
  travel: 8,
  'out-of-bounds': 7,
  'double-dribble': 2,
  'three-seconds': 3,
  backcourt: 1,
  'five-seconds': 1,
} as const satisfies Partial<Record<TurnoverKind, number>>;
const liveKinds: ReadonlySet<TurnoverKind> = new Set(['bad-pass', 'ball-handling']);

/** A whistle with a dead ball: coaches act, now and then somebody complains. */
const whistle = (match: Match, offense: SimulatedSide): void => {
  const defense = otherSide(match, offense);
  match.recorder.wait(match.random.between(4_000, 12_000));
  considerMediaTimeout(match);
  considerTimeout(match, offense, defense);
  considerTimeout(match, defense, offense);
  for (const side of match.sides) substitute(match, side);
  if (match.random.isChance(0.01)) complain(match, defense, offense);
};

const complain = (match: Match, offender: SimulatedSide, fouled: SimulatedSide): void => {
  const isCoach = match.rules.coachOutAfter.length > 0 && offender.coachTechnicals === 0 && match.random.isChance(0.5);
  const by = isCoach ? 'coach' : match.random.pick(offender.onCourt);
  const foul = callFoul(match, { side: offender, by, kind: 'technical', drawnBy: null });
  substitute(match, offender);
  const best = [...fouled.onCourt].sort((a, b) => b.talent.throwing - a.talent.throwing)[0] as SimulatedPlayer;
  throwFor(match, foul, { side: fouled, player: best, passer: null });
};

const loseBall = (match: Match, offense: SimulatedSide): Outcome => {
  const { random, recorder } = match;
  const defense = otherSide(match, offense);
  if (random.isChance(0.13)) {
    const by = choose(match, offense, 'fouling');
    callFoul(match, {
      side: offense,
      by,
      kind: 'offensive',
      drawnBy: choose(match, defense, 'stealing'),
      losesBall: true,
    });
    whistle(match, defense);
    return { ballTo: defense, by: 'whistle' };
  }
  const isClockRunOut = match.rules.shotClockMs !== null && random.isChance(0.05);
  const kind: TurnoverKind = isClockRunOut ? 'shot-clock' : random.key(turnoverKinds);
  const isStolen = liveKinds.has(kind) && random.isChance(match.manner.steal / 0.76);
  recorder.record({
    type: 'turnover-committed',
    teamId: offense.teamId,
    by: isClockRunOut ? 'team' : choose(match, offense, 'loseBall').id,
    kind,
    stolenBy: isStolen ? choose(match, defense, 'stealing').id : 'nobody',
  });
  if (!isStolen) whistle(match, defense);
  return { ballTo: defense, by: isStolen ? 'steal' : 'whistle' };
};

/** After throws: the ball as the last one, and the kind of the foul, say. */
const afterThrows = (
  match: Match,
  thrower: SimulatedSide,
  foul: CalledFoul,
  trip: { isLastMade: boolean; isLive: boolean },
): Outcome => {
  if (foul.throws === 0 || foul.keepsBall) return { ballTo: thrower, by: 'same' };
  if (trip.isLastMade) return { ballTo: otherSide(match, thrower), by: 'basket' };
  return rebound(match, thrower, 0.13);
};

const rebound = (match: Match, shooting: SimulatedSide, offensive = match.manner.offensiveRebound): Outcome => {
  const { random, recorder } = match;
  if (match.clockMs !== null && match.clockMs < 400) return { ballTo: shooting, by: 'same' };
  play(match, random.between(400, 1_400));
  const side = random.isChance(offensive) ? shooting : otherSide(match, shooting);
  const isTeams = random.isChance(0.09);
  const by = isTeams ? 'team' : choose(match, side, 'rebounding').id;
  recorder.record({ type: 'rebound-taken', teamId: side.teamId, by, side: null, deadBall: false });
  if (isTeams) whistle(match, side);
  return { ballTo: side, by: side === shooting ? 'same' : isTeams ? 'whistle' : 'rebound' };
};

const floorFoul = (match: Match, offense: SimulatedSide): Outcome => {
  const { random } = match;
  const defense = otherSide(match, offense);
  const kind = random.isChance(0.035) ? 'unsportsmanlike' : random.isChance(0.08) ? 'loose-ball' : 'personal';
  const drawnBy = choose(match, offense, 'usage');
  const foul = callFoul(match, { side: defense, by: choose(match, defense, 'fouling'), kind, drawnBy });
  whistle(match, offense);
  const player = offense.onCourt.includes(drawnBy) ? drawnBy : choose(match, offense, 'usage');
  const trip = throwFor(match, foul, { side: offense, player, passer: null });
  return afterThrows(match, offense, foul, trip);
};

/** The shooter is fouled and the ball stays out: no attempt, throws instead. */
const fouledShot = (
  match: Match,
  offense: SimulatedSide,
  shot: { shooter: SimulatedPlayer; worth: number },
): Outcome => {
  const defense = otherSide(match, offense);
  const foul = callFoul(match, {
    side: defense,
    by: choose(match, defense, 'fouling'),
    kind: 'shooting',
    drawnBy: shot.shooter,
    shot: { worth: shot.worth, made: false },
  });
  for (const side of match.sides) substitute(match, side);
  const passer = match.random.isChance(0.24) ? choose(match, offense, 'passing', shot.shooter) : null;
  const player = offense.onCourt.includes(shot.shooter) ? shot.shooter : choose(match, offense, 'usage');
  return afterThrows(
    match,
    offense,
    foul,
    throwFor(match, foul, { side: offense, player, passer: passer === player ? null : passer }),
  );
};

const andOne = (match: Match, offense: SimulatedSide, shot: { shooter: SimulatedPlayer; worth: number }): Outcome => {
  const defense = otherSide(match, offense);
  const by = choose(match, defense, 'fouling');
  const foul = callFoul(match, {
    side: defense,
    by,
    kind: 'shooting',
    drawnBy: shot.shooter,
    shot: { worth: shot.worth, made: true },
  });
  if (by.isOut) substitute(match, defense);
  return afterThrows(
    match,
    offense,
    foul,
    throwFor(match, foul, { side: offense, player: shot.shooter, passer: null }),
  );
};

const zoneFor = (match: Match, shooter: SimulatedPlayer, isFastBreak: boolean): Zone => {
  const { rim, middle, outside } = match.manner.shotFrom;
  return match.random.key({
    rim: rim * (isFastBreak ? 2.2 : 1),
    middle: middle * (isFastBreak ? 0.4 : 1),
    outside: outside * shooter.talent.outsideTaste,
  });
};

const shoot = (match: Match, offense: SimulatedSide, isFastBreak: boolean): Outcome => {
  const { random, recorder, manner, rules } = match;
  const defense = otherSide(match, offense);
  const shooter = choose(match, offense, 'usage');
  const zone = zoneFor(match, shooter, isFastBreak);
  const worth = zone === 'outside' ? rules.points.outside : rules.points.inside;
  const isFouled = random.isChance(manner.foulOnShot[zone]);
  const advantage = shooter.talent.shooting + match.form[offense.index] + (isFastBreak ? 0.05 : 0);
  const made = random.isChance(manner.shotMade[zone] + advantage - (isFouled ? 0.33 : 0));
  if (isFouled && !made) return fouledShot(match, offense, { shooter, worth });
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
    qualifiers: isFastBreak ? ['fast-break'] : [],
  });
  if (!made) return rebound(match, offense);
  score(match, offense, worth);
  if (isFouled) return andOne(match, offense, { shooter, worth });
  considerTimeout(match, defense, offense);
  return { ballTo: defense, by: 'basket' };
};

/** The horn is near: a hurried shot, from afar if there is no time at all, or nothing. */
const shootAtHorn = (match: Match, offense: SimulatedSide): void => {
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

const heldBall = (match: Match, offense: SimulatedSide): Outcome => {
  const { recorder, rules, random } = match;
  const defense = otherSide(match, offense);
  const toss = random.isChance(0.5) ? offense : defense;
  const ballTo = rules.possession === 'defence' ? defense : rules.possession === 'arrow' ? (match.arrow ?? toss) : toss;
  if (rules.possession === 'arrow') match.arrow = otherSide(match, ballTo);
  const decidedBy = rules.possession === 'defence' ? 'rule' : rules.possession === 'arrow' ? 'arrow' : 'toss';
  recorder.record({
    type: 'jump-ball-called',
    reason: 'held-ball',
    decidedBy,
    teamId: ballTo.teamId,
    by: null,
    jumpers: { home: null, away: null },
  });
  whistle(match, ballTo);
  return { ballTo, by: ballTo === offense ? 'same' : 'whistle' };
};

/** Trailing by little with the end near, the defence stops the clock. */
const mustFoul = (match: Match, offense: SimulatedSide): boolean => {
  const lead = offense.score - otherSide(match, offense).score;
  const { rules, clockMs, period } = match;
  return (
    rules.targetScore === null &&
    period >= rules.periods.count &&
    clockMs !== null &&
    clockMs < 35_000 &&
    lead >= 2 &&
    lead <= 9
  );
};

const chanceMs = (match: Match, isQuick: boolean): number => {
  const { random, manner, rules } = match;
  const mean = manner.chanceSeconds * 1000 * (isQuick ? 0.4 : 1);
  const limitMs = (rules.shotClockMs?.full ?? 45_000) - 300;
  const ms = Math.max(1_500, Math.min(limitMs, random.around(mean, mean * 0.38)));
  const grainMs = match.clockMs !== null && match.clockMs < 60_000 ? 100 : 1_000;
  return Math.max(grainMs, Math.round(ms / grainMs) * grainMs);
};

const tryToScore = (match: Match, offense: SimulatedSide, isFastBreak: boolean): Outcome => {
  const { random, manner } = match;
  if (random.isChance(0.006)) return heldBall(match, offense);
  if (random.isChance(manner.turnover)) return loseBall(match, offense);
  if (random.isChance(manner.floorFoul)) return floorFoul(match, offense);
  return shoot(match, offense, isFastBreak);
};

/** Plays a possession of `offense` and says who has the ball next, and how it came to them. */
export const playPossession = (match: Match, start: Outcome, targetFrom: number): Outcome => {
  const offense = start.ballTo;
  const isFast =
    (start.by === 'steal' && match.random.isChance(0.45)) || (start.by === 'rebound' && match.random.isChance(0.16));
  let isQuick = isFast;
  for (;;) {
    const hurried = mustFoul(match, offense);
    const ms = hurried ? match.random.between(2, 6) * 1_000 : chanceMs(match, isQuick);
    if (match.clockMs !== null && ms >= match.clockMs) {
      shootAtHorn(match, offense);
      return { ballTo: offense, by: 'whistle' };
    }
    play(match, ms);
    const outcome =
      hurried && match.random.isChance(0.8) ? floorFoul(match, offense) : tryToScore(match, offense, isFast && isQuick);
    const isOver = match.clockMs === 0 || isTargetReached(match, targetFrom);
    if (isOver || outcome.ballTo !== offense) return outcome;
    isQuick = true;
  }
};
