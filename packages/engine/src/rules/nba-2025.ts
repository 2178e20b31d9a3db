/** NBA Official Rules and Statisticians' Manual 2025-26. */
import { nbaCourt } from './courts.ts';
import { minutes, seconds } from './durations.ts';
import { nbaFouls } from './foul-tables.ts';
import type { RuleSet } from './rule-set.ts';

export const nba2025 = {
  id: 'nba-2025',
  title: 'NBA 2025-26',
  periods: { count: 4, lengthMs: minutes(12) },
  overtimeMs: minutes(5),
  targetScore: null,
  playersOnCourt: 5,
  points: { inside: 2, outside: 3, freeThrow: 1 },
  court: nbaCourt,
  teamFoulScope: 'period',
  overtimeTeamFouls: 'start-again',
  bonus: {
    rows: [{ fromTeamFoul: 5, throws: 2, keepsBall: false }],
    late: { ms: minutes(2), fromTeamFoul: 2 },
    overtimeFromTeamFoul: 4,
    coversShooting: false,
  },
  fouls: nbaFouls,
  outAfter: [
    { kinds: 'pf', count: 6 },
    { kinds: ['technical'], count: 2 },
    { kinds: ['unsportsmanlike'], count: 2 },
  ],
  coachOutAfter: [{ who: 'coach', kinds: ['technical'], count: 2 }],
  doubleFoulsCountForTeam: false,
  timeouts: {
    allowances: [{ from: 1, to: 4, count: 7 }],
    perOvertime: 2,
    carriesIntoOvertime: false,
    caps: [
      { period: 4, lastMs: null, max: 4 },
      { period: 4, lastMs: minutes(3), max: 2 },
    ],
    challengeReturnsTimeout: true,
  },
  shotClockMs: { full: seconds(24), afterOffensiveRebound: seconds(14) },
  possession: 'jump-ball',
  freeThrowPlusMinus: 'when-fouled',
  assistOnFreeThrow: false,
  ownBasket: 'player',
  missedHeave: 'team',
  deadBallRebounds: true,
  forfeit: { winner: 2, loser: 0 },
  defaultScore: { winner: 2, loser: 0 },
  freeThrowWeightPerMille: 440,
  minutesShown: 'floored',
} as const satisfies RuleSet;
