/**
 * Ratios and ratings derived from columns; never stored, never folded.
 * Invariants: null propagates (an untracked column, no denominator); shares and percentages are fractions, ratings are per 100.
 * Source: rules-and-statistics.md "Formulas": Oliver, Basketball on Paper (four factors, possessions); FIBA (EFF), EuroLeague (PIR),
 * Hollinger (game score).
 */
import { fiba2024 } from '../rules/fiba-2024.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { divided, type Known, multiplied, weighted } from './arithmetic.ts';
import type { Counts } from './columns.ts';

/** What the formulas need to know of a rule set: baskets' worths and the weight of a free throw. */
export type Weights = Pick<RuleSet, 'points' | 'freeThrowWeightPerMille' | 'playersOnCourt'>;

const trueShootingWeight = 0.44;

export type Ratios = {
  readonly fgPct: Known;
  readonly fg2Pct: Known;
  readonly fg3Pct: Known;
  readonly ftPct: Known;
  /** Effective field goals: an outside basket counts by its worth. */
  readonly efg: Known;
  /** True shooting: points by what was spent on them. */
  readonly ts: Known;
};

/** Of a player or of a team. */
export const ratios = (counts: Counts, weights: Weights = fiba2024): Ratios => ({
  fgPct: divided(counts.fgm, counts.fga),
  fg2Pct: divided(weighted([1, counts.fgm], [-1, counts.fg3m]), weighted([1, counts.fga], [-1, counts.fg3a])),
  fg3Pct: divided(counts.fg3m, counts.fg3a),
  ftPct: divided(counts.ftm, counts.fta),
  efg: divided(
    weighted([1, counts.fgm], [weights.points.outside / weights.points.inside - 1, counts.fg3m]),
    counts.fga,
  ),
  ts: divided(
    counts.pts,
    weighted([weights.points.inside, counts.fga], [weights.points.inside * trueShootingWeight, counts.fta]),
  ),
});

/** Shots, turnovers and the part of free throws that end a possession; the weight is the rule set's. */
const spent = (counts: Counts, weights: Weights): Known =>
  weighted([1, counts.fga], [weights.freeThrowWeightPerMille / 1000, counts.fta], [1, counts.tov]);

/** A team's possessions as its box score lets one guess. The counted ones stand in `Comparison.possessions`. */
export const estimatedPossessions = (team: Counts, weights: Weights = fiba2024): Known =>
  weighted([1, spent(team, weights)], [-1, team.oreb]);

export type FourFactors = {
  readonly efg: Known;
  /** Turnovers by possession spent. */
  readonly tovPct: Known;
  /** Share of the rebounds at the other side's board. */
  readonly orebPct: Known;
  /** Free throws made by field goal attempted. */
  readonly ftRate: Known;
};

/** Of a team's offence; swap the two for its defence. */
export const fourFactors = (team: Counts, opponent: Counts, weights: Weights = fiba2024): FourFactors => ({
  efg: ratios(team, weights).efg,
  tovPct: divided(team.tov, spent(team, weights)),
  orebPct: divided(team.oreb, weighted([1, team.oreb], [1, opponent.dreb])),
  ftRate: divided(team.ftm, team.fga),
});

/** Points, rebounds, assists, steals and blocks, less misses and turnovers (FIBA). */
export const efficiency = (counts: Counts): Known =>
  weighted(
    [1, counts.pts],
    [1, counts.reb],
    [1, counts.ast],
    [1, counts.stl],
    [1, counts.blk],
    [-1, counts.fga],
    [1, counts.fgm],
    [-1, counts.fta],
    [1, counts.ftm],
    [-1, counts.tov],
  );

/** Performance index rating (EuroLeague): efficiency with fouls drawn, less blocks received and fouls. */
export const performanceIndex = (counts: Counts): Known =>
  weighted([1, efficiency(counts)], [1, counts.pfd], [-1, counts.blka], [-1, counts.pf]);

/** Game score (Hollinger). */
export const gameScore = (counts: Counts): Known =>
  weighted(
    [1, counts.pts],
    [0.4, counts.fgm],
    [-0.7, counts.fga],
    [-0.4, counts.fta],
    [0.4, counts.ftm],
    [0.7, counts.oreb],
    [0.3, counts.dreb],
    [1, counts.stl],
    [0.7, counts.ast],
    [0.7, counts.blk],
    [-0.4, counts.pf],
    [-1, counts.tov],
  );

export type Shares = {
  /** Of the team's possessions spent while on court. */
  readonly usage: Known;
  /** Assists by team-mates' baskets while on court. */
  readonly astPct: Known;
  readonly orebPct: Known;
  readonly drebPct: Known;
  readonly rebPct: Known;
  /** Steals by the opponents' possessions while on court. */
  readonly stlPct: Known;
  /** Blocks by the opponents' inside shots while on court. */
  readonly blkPct: Known;
};

/** What part of what was there while the player was on court was the player's. */
export const shares = (
  player: Counts,
  sides: { readonly team: Counts; readonly opponent: Counts },
  weights: Weights = fiba2024,
): Shares => {
  const { team, opponent } = sides;
  const onCourt = divided(multiplied(weights.playersOnCourt, player.playedMs), team.playedMs);
  const shareOf = (own: Known, there: Known): Known => divided(own, multiplied(onCourt, there));
  return {
    usage: shareOf(spent(player, weights), spent(team, weights)),
    astPct: divided(player.ast, weighted([1, multiplied(onCourt, team.fgm)], [-1, player.fgm])),
    orebPct: shareOf(player.oreb, weighted([1, team.oreb], [1, opponent.dreb])),
    drebPct: shareOf(player.dreb, weighted([1, team.dreb], [1, opponent.oreb])),
    rebPct: shareOf(player.reb, weighted([1, team.reb], [1, opponent.reb])),
    stlPct: shareOf(player.stl, estimatedPossessions(opponent, weights)),
    blkPct: shareOf(player.blk, weighted([1, opponent.fga], [-1, opponent.fg3a])),
  };
};
