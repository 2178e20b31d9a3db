/** Timeouts that are left, by the rule row's stretches, overtimes and last minutes. Source: events.md TMO-1. */
import type { RuleSet } from '../rules/rule-set.ts';
import type { SideIndex } from './side.ts';
import type { FoldState, TimeoutTaken } from './state.ts';

const isWithin = (taken: TimeoutTaken, period: number, lastMs: number | null): boolean =>
  taken.period === period && (lastMs === null || (taken.clockMs !== null && taken.clockMs <= lastMs));

const leftInOvertime = (
  { timeouts, periods }: Pick<RuleSet, 'timeouts' | 'periods'>,
  taken: readonly TimeoutTaken[],
  period: number,
): number => {
  const takenIn = (from: number, to: number): number =>
    taken.filter((timeout) => timeout.period >= from && timeout.period <= to).length;
  if (!timeouts.carriesIntoOvertime) return timeouts.perOvertime - takenIn(period, period);
  const last = timeouts.allowances.at(-1);
  const carried = last === undefined ? 0 : Math.max(0, last.count - takenIn(last.from, last.to));
  return carried + timeouts.perOvertime * (period - periods.count) - takenIn(periods.count + 1, period);
};

/** Timeouts a side still has at a clock of the period now played; never below 0 unless more were taken than there are. */
export const timeoutsLeft = (
  state: Readonly<FoldState>,
  { timeouts, periods }: RuleSet,
  side: SideIndex,
  clockMs: number | null,
): number => {
  const taken = state.timeouts.filter((timeout) => timeout.side === side);
  const period = Math.max(1, state.period);
  if (period > periods.count) return leftInOvertime({ timeouts, periods }, taken, period);
  const stretch = timeouts.allowances.find(({ from, to }) => period >= from && period <= to);
  if (stretch === undefined) return 0;
  let left =
    stretch.count - taken.filter((timeout) => timeout.period >= stretch.from && timeout.period <= stretch.to).length;
  for (const cap of timeouts.caps) {
    const applies = cap.period === period && (cap.lastMs === null || (clockMs !== null && clockMs <= cap.lastMs));
    if (applies)
      left = Math.min(left, cap.max - taken.filter((timeout) => isWithin(timeout, cap.period, cap.lastMs)).length);
  }
  return left;
};
