/** One side's possession, chance by chance, until the ball changes hands or the period is over. */
import { floorFoul } from './defensive-foul.ts';
import { heldBall, kickedBall, loseBall } from './lost-ball.ts';
import { isTargetReached, type Match, otherSide, play, type SimulatedSide } from './match.ts';
import type { Outcome } from './outcome.ts';
import { shoot, shootAtHorn } from './shooting.ts';

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
  if (random.isChance(0.005)) return kickedBall(match, offense);
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
