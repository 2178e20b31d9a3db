/** period-started. Source: events.md §3, §4 "Periods". */
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export type PeriodStarted = PlayBase<'period-started'> & {
  /** null: as the rules say. A period cut short on the day (SET-5). */
  readonly lengthMs: number | null;
};

export const foldPeriodStart: Fold<PeriodStarted> = () => [{ does: 'start-period' }];
