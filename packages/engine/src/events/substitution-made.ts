/** substitution-made: in and out may come apart, lengths are free (LIN-3). Source: events.md §4 "Line-ups". */
import type { PlayerId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export type SubstitutionMade = PlayBase<'substitution-made'> & {
  readonly teamId: TeamId;
  readonly playersIn: readonly PlayerId[];
  readonly playersOut: readonly PlayerId[];
};
