/** After a live miss. */
import { whistle } from './dead-ball.ts';
import { type Match, otherSide, play, type SimulatedSide } from './match.ts';
import { choose, type Outcome } from './outcome.ts';

export const rebound = (match: Match, shooting: SimulatedSide, offensive = match.manner.offensiveRebound): Outcome => {
  const { random, recorder } = match;
  if (match.clockMs !== null && match.clockMs < 1_000) {
    play(match, match.clockMs);
    return { ballTo: shooting, by: 'same' };
  }
  play(match, random.between(400, 900));
  const side = random.isChance(offensive) ? shooting : otherSide(match, shooting);
  const isTeams = random.isChance(0.09);
  const by = isTeams ? 'team' : choose(match, side, 'rebounding').id;
  recorder.record({ type: 'rebound-taken', teamId: side.teamId, by, side: null, deadBall: false });
  if (isTeams) whistle(match, side);
  return { ballTo: side, by: side === shooting ? 'same' : isTeams ? 'whistle' : 'rebound' };
};
