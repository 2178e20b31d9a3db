/** possession-set: overrules what was derived; null leaves that one as it is. Source: events.md POS-1, POS-7. */
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';

export type PossessionSet = PlayBase<'possession-set'> & { readonly teamId: TeamId | null; readonly arrow: TeamId | null };
