/** rebound-taken. Source: events.md REB-1…REB-4. */
import type { Doer } from '../game/doer.ts';
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export type ReboundTaken = PlayBase<'rebound-taken'> & {
  readonly teamId: TeamId;
  readonly by: Doer;
  /** null: derived from the nearest earlier miss (REB-2). */
  readonly side: 'offensive' | 'defensive' | null;
  readonly deadBall: boolean;
};
