/** period-ended: `clockMs` > 0 means broken off with that much left. Source: events.md PER-1…PER-3. */
import type { PlayBase } from './base.ts';

export type PeriodEnded = PlayBase<'period-ended'>;
