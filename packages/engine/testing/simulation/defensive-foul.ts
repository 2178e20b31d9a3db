/** Fouls of the defence, and where the ball is after their throws. */
import { substitute } from './bench.ts';
import { whistle } from './dead-ball.ts';
import { type Match, otherSide, type SimulatedPlayer, type SimulatedSide } from './match.ts';
import { choose, type Outcome } from './outcome.ts';
import { rebound } from './rebound.ts';
import { type CalledFoul, callFoul, throwFor } from './whistle.ts';

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

export const floorFoul = (match: Match, offense: SimulatedSide): Outcome => {
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
export const fouledShot = (
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

export const andOne = (
  match: Match,
  offense: SimulatedSide,
  shot: { shooter: SimulatedPlayer; worth: number },
): Outcome => {
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
