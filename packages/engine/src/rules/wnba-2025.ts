/** WNBA Official Rules 2025: the NBA row where the books agree. */
import { wnbaCourt } from './courts.ts';
import { minutes } from './durations.ts';
import { nba2025 } from './nba-2025.ts';
import type { RuleSet } from './rule-set.ts';

export const wnba2025 = {
  ...nba2025,
  id: 'wnba-2025',
  title: 'WNBA 2025',
  periods: { count: 4, lengthMs: minutes(10) },
  court: wnbaCourt,
  bonus: {
    rows: [{ fromTeamFoul: 5, throws: 2, keepsBall: false }],
    late: { ms: minutes(1), fromTeamFoul: 2 },
    overtimeFromTeamFoul: 4,
    coversShooting: false,
  },
  timeouts: {
    allowances: [{ from: 1, to: 4, count: 5 }],
    perOvertime: 2,
    carriesIntoOvertime: false,
    caps: [{ period: 4, lastMs: minutes(2), max: 2 }],
    challengeReturnsTimeout: true,
  },
  missedHeave: 'player',
} as const satisfies RuleSet;
