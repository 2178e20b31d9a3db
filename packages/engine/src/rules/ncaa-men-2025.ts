/** NCAA Men's Basketball Rules 2025-26 and NCAA Statisticians' Manual. */
import { ncaaCourt } from './courts.ts';
import { minutes, seconds } from './durations.ts';
import { ncaaFouls } from './foul-tables.ts';
import type { RuleSet } from './rule-set.ts';

export const ncaaMen2025 = {
  id: 'ncaa-men-2025',
  title: 'NCAA men 2025-26',
  periods: { count: 2, lengthMs: minutes(20) },
  overtimeMs: minutes(5),
  targetScore: null,
  playersOnCourt: 5,
  points: { inside: 2, outside: 3, freeThrow: 1 },
  court: ncaaCourt,
  teamFoulScope: 'half',
  overtimeTeamFouls: 'go-on',
  bonus: {
    rows: [
      { fromTeamFoul: 7, throws: 'one-and-one', keepsBall: false },
      { fromTeamFoul: 10, throws: 2, keepsBall: false },
    ],
    late: null,
    overtimeFromTeamFoul: null,
    coversShooting: false,
  },
  fouls: ncaaFouls,
  outAfter: [
    { kinds: 'pf', count: 5 },
    { kinds: ['technical'], count: 2 },
    { kinds: ['technical', 'technical-minor'], count: 3 },
  ],
  coachOutAfter: [
    { who: 'coach', kinds: ['technical'], count: 2 },
    { who: 'coach-and-bench', kinds: ['technical', 'technical-minor'], count: 3 },
  ],
  doubleFoulsCountForTeam: true,
  timeouts: {
    allowances: [{ from: 1, to: 2, count: 4 }],
    perOvertime: 1,
    carriesIntoOvertime: true,
    caps: [],
    challengeReturnsTimeout: true,
  },
  shotClockMs: { full: seconds(30), afterOffensiveRebound: seconds(20) },
  possession: 'arrow',
  freeThrowPlusMinus: 'when-thrown',
  assistOnFreeThrow: false,
  ownBasket: 'player',
  missedHeave: 'player',
  deadBallRebounds: false,
  forfeit: { winner: 2, loser: 0 },
  defaultScore: { winner: 2, loser: 0 },
  freeThrowWeightPerMille: 475,
  minutesShown: 'rounded',
} as const satisfies RuleSet;
