/** possession-set: overrules what was derived; null leaves that one as it is. Source: events.md POS-1, POS-7. */

import type { Effect } from '../game/effects.ts';
import type { TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export type PossessionSet = PlayBase<'possession-set'> & {
  readonly teamId: TeamId | null;
  readonly arrow: TeamId | null;
};

export const foldPossession: Fold<PossessionSet> = (play, floor) => {
  const effects: Effect[] = [];
  const side = floor.sideOfTeam(play.teamId);
  const arrow = floor.sideOfTeam(play.arrow);
  if (side !== null) effects.push({ does: 'gain-ball', side, afterTurnover: false });
  if (arrow !== null) effects.push({ does: 'arrow', side: arrow });
  return effects;
};
