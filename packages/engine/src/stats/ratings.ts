/**
 * Points per 100 possessions, and how fast a game was played.
 * Source: rules-and-statistics.md "Team comparison".
 */
import type { RuleSet } from '../rules/rule-set.ts';
import { divided, type Known, multiplied, weighted } from './arithmetic.ts';

export type Ratings = {
  readonly offensive: Known;
  readonly defensive: Known;
  readonly net: Known;
};

type Scored = { readonly pts: Known; readonly possessions: Known };

/** Of a side against the other: a team, or a line-up and those it faced. */
export const ratings = (own: Scored, other: Scored): Ratings => {
  const offensive = divided(multiplied(100, own.pts), own.possessions);
  const defensive = divided(multiplied(100, other.pts), other.possessions);
  return { offensive, defensive, net: weighted([1, offensive], [-1, defensive]) };
};

/** Possessions of a side over a game of regulation length. `playedMs` is the team's: everybody's time on court together. */
export const pace = (
  possessions: readonly [Known, Known],
  playedMs: Known,
  rules: Pick<RuleSet, 'periods' | 'playersOnCourt'>,
): Known => {
  const mean = multiplied(0.5, weighted([1, possessions[0]], [1, possessions[1]]));
  const elapsedMs = divided(playedMs, rules.playersOnCourt);
  return divided(multiplied(mean, rules.periods.count * rules.periods.lengthMs), elapsedMs);
};
