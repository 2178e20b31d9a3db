/** Who has the ball after a chance, and who does something among those on court. */
import type { Match, SimulatedPlayer, SimulatedSide } from './match.ts';
import type { Talent } from './talent.ts';

type Weight = Exclude<keyof Talent, 'shooting' | 'throwing'>;

/** What a chance leads to: the ball to somebody, with how it came. */
export type Outcome = {
  readonly ballTo: SimulatedSide;
  readonly by: 'same' | 'basket' | 'rebound' | 'steal' | 'whistle';
};

export const choose = (match: Match, side: SimulatedSide, weight: Weight, except?: SimulatedPlayer): SimulatedPlayer =>
  match.random.weighted(
    side.onCourt.filter((player) => player !== except),
    (player) => player.talent[weight],
  );
