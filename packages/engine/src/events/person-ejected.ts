/** person-ejected. Source: events.md EJE-1. */
import type { PlayerId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export type PersonEjected = PlayBase<'person-ejected'> & {
  readonly teamId: TeamId;
  readonly who: PlayerId | 'coach' | 'bench';
};

export const foldEjection = forTeam<PersonEjected>((play, _floor, side) => [{ does: 'eject', side, who: play.who }]);
