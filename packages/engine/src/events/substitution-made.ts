/** substitution-made: in and out may come apart, lengths are free (LIN-3). Source: events.md §4 "Line-ups". */

import { type Effect, flag } from '../game/effects.ts';
import { type Floor, hasMark } from '../game/floor.ts';
import type { PlayerId, TeamId } from '../game/ids.ts';
import { mark } from '../game/line.ts';
import type { SideIndex } from '../game/side.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export type SubstitutionMade = PlayBase<'substitution-made'> & {
  readonly teamId: TeamId;
  readonly playersIn: readonly PlayerId[];
  readonly playersOut: readonly PlayerId[];
};

const isOnCourt = (floor: Floor, side: SideIndex, player: PlayerId): boolean => {
  const row = floor.rowOf(side, player);
  return row !== null && hasMark(floor.state, row, mark.isOnCourt);
};

/** In while on, out while off. */
const mismatches = (play: SubstitutionMade, floor: Floor, side: SideIndex): Effect[] => {
  if (floor.state.onCourt[side] === null) return [];
  const wrongIn = play.playersIn.filter((player) => isOnCourt(floor, side, player));
  const wrongOut = play.playersOut.filter((player) => !isOnCourt(floor, side, player));
  return [...wrongIn, ...wrongOut].map((player) => flag('substitution-mismatch', { side, player }));
};

export const foldSubstitution = forTeam<SubstitutionMade>((play, floor, side) => [
  ...mismatches(play, floor, side),
  { does: 'change-lineup', side, playersIn: play.playersIn, playersOut: play.playersOut },
]);
