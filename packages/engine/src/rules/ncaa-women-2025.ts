/** NCAA Women's Basketball Rules 2025-26: quarters, no one-and-one; else as the men's book. */
import { minutes } from './durations.ts';
import { ncaaMen2025 } from './ncaa-men-2025.ts';
import type { RuleSet } from './rule-set.ts';

export const ncaaWomen2025 = {
  ...ncaaMen2025,
  id: 'ncaa-women-2025',
  title: 'NCAA women 2025-26',
  periods: { count: 4, lengthMs: minutes(10) },
  teamFoulScope: 'period',
  bonus: { rows: [{ fromTeamFoul: 5, throws: 2, keepsBall: false }], late: null, overtimeFromTeamFoul: null, coversShooting: false },
  timeouts: { ...ncaaMen2025.timeouts, allowances: [{ from: 1, to: 4, count: 4 }] },
} as const satisfies RuleSet;
