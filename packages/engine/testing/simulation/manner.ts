/**
 * How the game is played where a book is in force: tendencies per chance to score, tuned so that a hundred simulated games
 * give the totals of that competition (simulate-game.test.ts holds the bounds).
 */
import type { RuleSetId } from '../../src/rules/rule-set.ts';

export type Manner = {
  /** Seconds a possession takes until its first shot, foul or turnover. */
  readonly chanceSeconds: number;
  readonly shotFrom: { readonly rim: number; readonly middle: number; readonly outside: number };
  readonly shotMade: { readonly rim: number; readonly middle: number; readonly outside: number };
  readonly throwMade: number;
  readonly turnover: number;
  /** A foul on the floor, by the defence. */
  readonly floorFoul: number;
  readonly foulOnShot: { readonly rim: number; readonly middle: number; readonly outside: number };
  readonly assist: { readonly rim: number; readonly middle: number; readonly outside: number };
  readonly block: number;
  readonly steal: number;
  readonly offensiveRebound: number;
  /** Clocks at which, at the next whistle, the television pauses. */
  readonly mediaTimeoutsAtMs: readonly number[];
};

const professional: Manner = {
  chanceSeconds: 16.2,
  shotFrom: { rim: 38, middle: 22, outside: 40 },
  shotMade: { rim: 0.63, middle: 0.42, outside: 0.355 },
  throwMade: 0.77,
  turnover: 0.13,
  floorFoul: 0.14,
  foulOnShot: { rim: 0.2, middle: 0.08, outside: 0.02 },
  assist: { rim: 0.55, middle: 0.45, outside: 0.85 },
  block: 0.15,
  steal: 0.58,
  offensiveRebound: 0.29,
  mediaTimeoutsAtMs: [],
};

const nba: Manner = {
  ...professional,
  chanceSeconds: 14,
  shotFrom: { rim: 38, middle: 21, outside: 41 },
  shotMade: { rim: 0.64, middle: 0.41, outside: 0.352 },
  throwMade: 0.785,
  turnover: 0.128,
  floorFoul: 0.08,
  foulOnShot: { rim: 0.2, middle: 0.07, outside: 0.016 },
  block: 0.22,
  steal: 0.66,
  offensiveRebound: 0.25,
};

const college: Manner = {
  ...professional,
  chanceSeconds: 17.4,
  shotFrom: { rim: 40, middle: 21, outside: 39 },
  shotMade: { rim: 0.6, middle: 0.38, outside: 0.34 },
  throwMade: 0.72,
  turnover: 0.14,
  floorFoul: 0.12,
  foulOnShot: { rim: 0.23, middle: 0.09, outside: 0.02 },
  block: 0.16,
  offensiveRebound: 0.28,
  mediaTimeoutsAtMs: [960_000, 720_000, 480_000, 240_000],
};

export const manners: Readonly<Record<RuleSetId, Manner>> = {
  'fiba-2024': professional,
  'euroleague-2025': professional,
  'nba-2025': nba,
  'wnba-2025': { ...nba, chanceSeconds: 14.8, shotMade: { rim: 0.6, middle: 0.38, outside: 0.33 } },
  'ncaa-men-2025': college,
  'ncaa-women-2025': {
    ...college,
    shotMade: { rim: 0.56, middle: 0.36, outside: 0.315 },
    chanceSeconds: 16.6,
    throwMade: 0.7,
    turnover: 0.17,
    mediaTimeoutsAtMs: [300_000],
  },
  'nfhs-2025': {
    ...college,
    chanceSeconds: 15.8,
    shotFrom: { rim: 46, middle: 24, outside: 30 },
    shotMade: { rim: 0.54, middle: 0.33, outside: 0.3 },
    throwMade: 0.62,
    turnover: 0.19,
    steal: 0.6,
    mediaTimeoutsAtMs: [],
  },
  'fiba-3x3-2024': {
    ...professional,
    chanceSeconds: 7.2,
    shotFrom: { rim: 46, middle: 16, outside: 38 },
    shotMade: { rim: 0.57, middle: 0.4, outside: 0.28 },
    throwMade: 0.7,
    floorFoul: 0.11,
    foulOnShot: { rim: 0.18, middle: 0.06, outside: 0.02 },
    assist: { rim: 0.45, middle: 0.35, outside: 0.5 },
  },
};
