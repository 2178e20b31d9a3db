/** A chance that ends without a shot: turnovers, offensive fouls, held balls. */
import type { TurnoverKind } from '../../src/events/turnover-committed.ts';
import { whistle } from './dead-ball.ts';
import { type Match, otherSide, type SimulatedSide } from './match.ts';
import { choose, type Outcome } from './outcome.ts';
import { callFoul } from './whistle.ts';

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

export const loseBall = (match: Match, offense: SimulatedSide): Outcome => {
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

/** A foot in the way: the ball stays with the attack. */
export const kickedBall = (match: Match, offense: SimulatedSide): Outcome => {
  const defense = otherSide(match, offense);
  const by = choose(match, defense, 'fouling').id;
  match.recorder.record({ type: 'violation-called', teamId: defense.teamId, by, kind: 'kicked-ball' });
  whistle(match, offense);
  return { ballTo: offense, by: 'same' };
};

export const heldBall = (match: Match, offense: SimulatedSide): Outcome => {
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
