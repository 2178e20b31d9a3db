/** What happens while the ball is dead. */
import { considerMediaTimeout, considerTimeout, substitute } from './bench.ts';
import { type Match, otherSide, type SimulatedPlayer, type SimulatedSide } from './match.ts';
import { callFoul, throwFor } from './whistle.ts';

/** A whistle with a dead ball: coaches act, now and then somebody complains. */
export const whistle = (match: Match, offense: SimulatedSide): void => {
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
