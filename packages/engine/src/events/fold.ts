/** The shape of an event's fold: what it does, as effects, given the floor before it. */
import { type Effect, flag } from '../game/effects.ts';
import type { Floor } from '../game/floor.ts';
import type { TeamId } from '../game/ids.ts';
import type { SideIndex } from '../game/side.ts';
import type { PlayBase } from './base.ts';

export type Fold<P> = (play: P, floor: Floor) => readonly Effect[];

/** The fold of a play that a team makes. A team of no side is flagged, and nothing of the play counts. */
export const forTeam =
  <P extends PlayBase<string> & { readonly teamId: TeamId }>(
    fold: (play: P, floor: Floor, side: SideIndex) => readonly Effect[],
  ): Fold<P> =>
  (play, floor) => {
    const side = floor.sideOfTeam(play.teamId);
    return side === null ? [flag('unknown-team')] : fold(play, floor, side);
  };
