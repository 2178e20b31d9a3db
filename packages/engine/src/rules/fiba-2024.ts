/** FIBA Official Basketball Rules 2024 and Statisticians' Manual 2024. */
import { fibaCourt } from './courts.ts';
import { minutes, seconds } from './durations.ts';
import { fibaFouls } from './foul-tables.ts';
import type { RuleSet } from './rule-set.ts';

export const fiba2024 = {
  id: 'fiba-2024',
  title: 'FIBA 2024',
  periods: { count: 4, lengthMs: minutes(10) },
  overtimeMs: minutes(5),
  targetScore: null,
  playersOnCourt: 5,
  points: { inside: 2, outside: 3, freeThrow: 1 },
  court: fibaCourt,
  teamFoulScope: 'period',
  overtimeTeamFouls: 'go-on',
  bonus: { rows: [{ fromTeamFoul: 5, throws: 2, keepsBall: false }], late: null, overtimeFromTeamFoul: null, coversShooting: false },
  fouls: fibaFouls,
  outAfter: [
    { kinds: 'pf', count: 5 },
    { kinds: ['technical', 'technical-minor', 'unsportsmanlike', 'clear-path', 'take'], count: 2 },
  ],
  coachOutAfter: [
    { who: 'coach', kinds: ['technical', 'technical-minor'], count: 2 },
    { who: 'coach-and-bench', kinds: ['technical', 'technical-minor'], count: 3 },
  ],
  doubleFoulsCountForTeam: true,
  timeouts: {
    allowances: [
      { from: 1, to: 2, count: 2 },
      { from: 3, to: 4, count: 3 },
    ],
    perOvertime: 1,
    carriesIntoOvertime: false,
    caps: [{ period: 4, lastMs: minutes(2), max: 2 }],
    challengeReturnsTimeout: false,
  },
  shotClockMs: { full: seconds(24), afterOffensiveRebound: seconds(14) },
  possession: 'arrow',
  freeThrowPlusMinus: 'when-thrown',
  assistOnFreeThrow: true,
  ownBasket: 'player',
  missedHeave: 'player',
  deadBallRebounds: false,
  forfeit: { winner: 20, loser: 0 },
  defaultScore: { winner: 2, loser: 0 },
  freeThrowWeightPerMille: 440,
  minutesShown: 'rounded',
} as const satisfies RuleSet;
