/**
 * Team fouls and the bonus. Source: rules-and-statistics.md "bonus", "overtime fouls"; FIBA Art. 41.
 */
import type { BonusRow, RuleSet } from '../rules/rule-set.ts';
import type { SideIndex } from './side.ts';
import type { FoldState } from './state.ts';
import { tallyColumn, tallyWidth } from './tally.ts';

const firstPeriodOfScope = (rules: RuleSet, period: number): number => {
  const { count } = rules.periods;
  if (period > count) return rules.overtimeTeamFouls === 'start-again' ? period : firstPeriodOfScope(rules, count);
  if (rules.teamFoulScope === 'game') return 1;
  if (rules.teamFoulScope === 'period') return period;
  const half = Math.max(1, count >> 1);
  return period > half ? half + 1 : 1;
};

/** Team fouls of a side that count towards the bonus in the period now played. */
export const teamFoulsNow = (state: Readonly<FoldState>, rules: RuleSet, side: SideIndex): number => {
  const fouls = state.teamFouls[side];
  let sum = 0;
  for (let p = firstPeriodOfScope(rules, state.period); p <= state.period; p++) sum += fouls[p - 1] ?? 0;
  return sum;
};

/** Is it in the last minutes of a period, where the rule set counts fouls apart (NBA: the last 2:00). */
export const isLateFoul = (rules: RuleSet, clockMs: number | null): boolean =>
  rules.bonus.late !== null && clockMs !== null && clockMs <= rules.bonus.late.ms;

type FoulToCome = { readonly clockMs: number | null; readonly extra: number };

/** The bonus row that applies to a common foul of `side` when it is the `extra`-th from now on; null: no throws. */
export const bonusRow = (
  state: Readonly<FoldState>,
  rules: RuleSet,
  side: SideIndex,
  { clockMs, extra }: FoulToCome,
): BonusRow | null => {
  const count = teamFoulsNow(state, rules, side) + extra;
  const isFreshOvertime = state.period > rules.periods.count && rules.overtimeTeamFouls === 'start-again';
  const shift = isFreshOvertime && rules.bonus.overtimeFromTeamFoul !== null ? rules.bonus.overtimeFromTeamFoul : null;
  let reached: BonusRow | null = null;
  for (const [index, row] of rules.bonus.rows.entries()) {
    const from = index === 0 && shift !== null ? shift : row.fromTeamFoul;
    if (count >= from) reached = row;
  }
  if (reached === null && isLateFoul(rules, clockMs)) {
    const late = (state.tallies[side * tallyWidth + tallyColumn.lateTeamFouls] as number) + extra;
    if (late >= (rules.bonus.late?.fromTeamFoul ?? Number.POSITIVE_INFINITY)) return rules.bonus.rows[0] ?? null;
  }
  return reached;
};
