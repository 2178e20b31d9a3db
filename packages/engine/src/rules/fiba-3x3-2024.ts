/** FIBA 3x3 Rules of the Game 2024: one ring, one period, first to 21. */
import { fiba3x3Court } from './courts.ts';
import { minutes, seconds } from './durations.ts';
import { fiba3x3Fouls } from './foul-tables.ts';
import type { RuleSet } from './rule-set.ts';

export const fiba3x3 = {
  id: 'fiba-3x3-2024',
  title: 'FIBA 3x3 2024',
  periods: { count: 1, lengthMs: minutes(10) },
  overtimeMs: 0,
  targetScore: { regular: 21, overtime: 2 },
  playersOnCourt: 3,
  points: { inside: 1, outside: 2, freeThrow: 1 },
  court: fiba3x3Court,
  teamFoulScope: 'game',
  overtimeTeamFouls: 'go-on',
  bonus: {
    rows: [
      { fromTeamFoul: 7, throws: 2, keepsBall: false },
      { fromTeamFoul: 10, throws: 2, keepsBall: true },
    ],
    late: null,
    overtimeFromTeamFoul: null,
    coversShooting: true,
  },
  fouls: fiba3x3Fouls,
  outAfter: [{ kinds: ['unsportsmanlike'], count: 2 }],
  coachOutAfter: [],
  doubleFoulsCountForTeam: true,
  timeouts: {
    allowances: [{ from: 1, to: 1, count: 1 }],
    perOvertime: 0,
    carriesIntoOvertime: true,
    caps: [],
    challengeReturnsTimeout: false,
  },
  shotClockMs: { full: seconds(12), afterOffensiveRebound: seconds(12) },
  possession: 'defence',
  freeThrowPlusMinus: 'when-thrown',
  assistOnFreeThrow: true,
  ownBasket: 'player',
  missedHeave: 'player',
  deadBallRebounds: false,
  forfeit: { winner: 21, loser: 0 },
  defaultScore: { winner: 2, loser: 0 },
  freeThrowWeightPerMille: 440,
  minutesShown: 'rounded',
} as const satisfies RuleSet;
