/** period-ended: `clockMs` > 0 means broken off with that much left. Source: events.md PER-1…PER-3. */

import { throwsAreOver } from '../game/play-on.ts';
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export type PeriodEnded = PlayBase<'period-ended'>;

/** A miss at the horn wants no rebound (REB-4). */
export const foldPeriodEnd: Fold<PeriodEnded> = (play, floor) => [
  ...throwsAreOver(floor),
  { does: 'settle-miss' },
  { does: 'end-period', atMs: play.clockMs ?? 0 },
];
