/** What happens while the ball is dead. */
import { considerMediaTimeout, considerTimeout, substitute, takeTimeout } from './bench.ts';
import { type Match, otherSide, type SimulatedPlayer, type SimulatedSide } from './match.ts';
import { callFoul, throwFor } from './whistle.ts';

/** A whistle with a dead ball: coaches act, now and then somebody complains. */
export const whistle = (match: Match, offense: SimulatedSide): void => {
  const defense = otherSide(match, offense);
  match.recorder.wait(match.random.between(4_000, 12_000));
  considerMediaTimeout(match);
  considerTimeout(match, offense, defense);
  considerTimeout(match, defense, offense);
  considerChallenge(match, defense);
  for (const side of match.sides) substitute(match, side);
  if (match.random.isChance(0.01)) complain(match, defense, offense);
};

/** A coach has the call looked at; where a challenge costs a timeout, one is taken for it. */
const considerChallenge = (match: Match, side: SimulatedSide): void => {
  if (side.hasChallenged || !match.random.isChance(0.012)) return;
  const costsTimeout = match.rules.timeouts.challengeReturnsTimeout;
  if (costsTimeout && !takeTimeout(match, side)) return;
  side.hasChallenged = true;
  const isWon = match.random.isChance(0.45);
  match.recorder.record({ type: 'review-called', teamId: side.teamId, result: isWon ? 'changed' : 'stands' });
  if (costsTimeout && isWon) side.timeouts.pop();
  match.recorder.wait(45_000);
};

const complain = (match: Match, offender: SimulatedSide, fouled: SimulatedSide): void => {
  const isCoach = match.rules.coachOutAfter.length > 0 && offender.coachTechnicals === 0 && match.random.isChance(0.5);
  const by = isCoach ? 'coach' : match.random.pick(offender.onCourt);
  const foul = callFoul(match, { side: offender, by, kind: 'technical', drawnBy: null });
  substitute(match, offender);
  const best = [...fouled.onCourt].sort((a, b) => b.talent.throwing - a.talent.throwing)[0] as SimulatedPlayer;
  throwFor(match, foul, { side: fouled, player: best, passer: null });
};
