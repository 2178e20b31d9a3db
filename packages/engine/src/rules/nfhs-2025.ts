/** NFHS Basketball Rules 2025-26 (US high school). A state's own wishes (6 minutes, a shot clock) are a league's patch. */
import { nfhsCourt } from './courts.ts';
import { minutes } from './durations.ts';
import { nfhsFouls } from './foul-tables.ts';
import type { RuleSet } from './rule-set.ts';

export const nfhs2025 = {
  id: 'nfhs-2025',
  title: 'NFHS 2025-26',
  periods: { count: 4, lengthMs: minutes(8) },
  overtimeMs: minutes(4),
  targetScore: null,
  playersOnCourt: 5,
  points: { inside: 2, outside: 3, freeThrow: 1 },
  court: nfhsCourt,
  teamFoulScope: 'period',
  overtimeTeamFouls: 'go-on',
  bonus: { rows: [{ fromTeamFoul: 5, throws: 2, keepsBall: false }], late: null, overtimeFromTeamFoul: null, coversShooting: false },
  fouls: nfhsFouls,
  outAfter: [
    { kinds: 'pf', count: 5 },
    { kinds: ['technical'], count: 2 },
  ],
  coachOutAfter: [
    { who: 'coach', kinds: ['technical'], count: 2 },
    { who: 'coach-and-bench', kinds: ['technical', 'technical-minor'], count: 3 },
  ],
  doubleFoulsCountForTeam: true,
  timeouts: {
    allowances: [{ from: 1, to: 4, count: 5 }],
    perOvertime: 1,
    carriesIntoOvertime: true,
    caps: [],
    challengeReturnsTimeout: false,
  },
  shotClockMs: null,
  possession: 'arrow',
  freeThrowPlusMinus: 'when-thrown',
  assistOnFreeThrow: false,
  ownBasket: 'team',
  missedHeave: 'player',
  deadBallRebounds: false,
  forfeit: { winner: 2, loser: 0 },
  defaultScore: { winner: 2, loser: 0 },
  freeThrowWeightPerMille: 440,
  minutesShown: 'rounded',
} as const satisfies RuleSet;
