import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleSet } from '../rules/index.ts';
import { type Counts, statKeys } from './columns.ts';
import {
  efficiency,
  estimatedPossessions,
  fourFactors,
  gameScore,
  performanceIndex,
  ratios,
  shares,
} from './derived.ts';

const untracked = Object.fromEntries(statKeys.map((key) => [key, null])) as Counts;
const nothing = Object.fromEntries(statKeys.map((key) => [key, 0])) as Counts;

const player: Counts = {
  ...nothing,
  pts: 25,
  fgm: 9,
  fga: 17,
  fg3m: 3,
  fg3a: 8,
  ftm: 4,
  fta: 5,
  oreb: 2,
  dreb: 6,
  reb: 8,
  ast: 7,
  stl: 2,
  blk: 1,
  blka: 1,
  tov: 3,
  pf: 2,
  pfd: 5,
  playedMs: 30 * 60_000,
};
const team: Counts = {
  ...nothing,
  pts: 80,
  fgm: 30,
  fga: 60,
  fg3m: 8,
  fg3a: 24,
  ftm: 12,
  fta: 16,
  oreb: 10,
  dreb: 25,
  reb: 35,
  ast: 18,
  stl: 6,
  blk: 3,
  tov: 12,
  playedMs: 200 * 60_000,
};
const opponent: Counts = { ...nothing, fga: 62, fg3a: 22, fta: 14, oreb: 8, dreb: 22, reb: 30, tov: 14 };

const isNear = (actual: number | null, expected: number): void => {
  assert.ok(actual !== null && Math.abs(actual - expected) < 0.0005, `${actual} is not ${expected}`);
};

test('DRV-1: percentages are fractions of what was attempted', () => {
  const { fgPct, fg2Pct, fg3Pct, ftPct } = ratios(player);
  isNear(fgPct, 0.5294);
  isNear(fg2Pct, 0.6667);
  isNear(fg3Pct, 0.375);
  isNear(ftPct, 0.8);
});

test('DRV-1: without an attempt there is no percentage, and what was not tracked has none either', () => {
  assert.equal(ratios(nothing).fgPct, null);
  assert.equal(ratios(untracked).fgPct, null);
  assert.equal(ratios({ ...player, fga: null }).efg, null);
});

test('DRV-2: effective field goals count an outside basket by its worth', () => {
  isNear(ratios(player).efg, 0.6176);
  isNear(ratios(player, ruleSet('fiba-3x3-2024')).efg, 12 / 17);
});

test('DRV-2: true shooting is points by what was spent on them', () => {
  isNear(ratios(player).ts, 0.6511);
});

test('DRV-3: possessions are estimated from the box score, with the weight of the book', () => {
  isNear(estimatedPossessions(team), 69.04);
  isNear(estimatedPossessions(team, ruleSet('ncaa-men-2025')), 69.6);
  assert.equal(estimatedPossessions({ ...team, tov: null }), null);
});

test('DRV-4: the four factors of an offence', () => {
  const factors = fourFactors(team, opponent);
  isNear(factors.efg, 0.5667);
  isNear(factors.tovPct, 0.1518);
  isNear(factors.orebPct, 0.3125);
  isNear(factors.ftRate, 0.2);
});

test('DRV-5: efficiency, performance index and game score', () => {
  assert.equal(efficiency(player), 25 + 8 + 7 + 2 + 1 - 8 - 1 - 3);
  assert.equal(performanceIndex(player), 31 + 5 - 1 - 2);
  isNear(gameScore(player), 23.3);
});

test('DRV-5: who draws fouls was not tracked, so there is no performance index', () => {
  assert.equal(performanceIndex({ ...player, pfd: null }), null);
});

test('DRV-6: usage is the share of the possessions spent while on court', () => {
  isNear(shares(player, { team, opponent }).usage, 0.3745);
});

test('DRV-6: shares count what was there while on court', () => {
  const share = shares(player, { team, opponent });
  isNear(share.astPct, 7 / (22.5 - 9));
  isNear(share.orebPct, 2 / (0.75 * 32));
  isNear(share.drebPct, 6 / (0.75 * 33));
  isNear(share.stlPct, 2 / (0.75 * (62 + 0.44 * 14 - 8 + 14)));
  isNear(share.blkPct, 1 / (0.75 * 40));
});

test('DRV-6: without time on court there is no share', () => {
  assert.equal(shares({ ...player, playedMs: null }, { team, opponent }).usage, null);
  assert.equal(shares({ ...player, playedMs: 0 }, { team, opponent }).usage, null);
});
