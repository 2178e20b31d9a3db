/** Points of players who did not start. Source: rules-and-statistics.md "Team comparison". */
import type { Doer } from './doer.ts';
import type { Effect } from './effects.ts';
import { type Floor, hasMark, playerOf } from './floor.ts';
import { mark } from './line.ts';
import type { SideIndex } from './side.ts';

export const benchPoints = (floor: Floor, side: SideIndex, by: Doer, points: number): readonly Effect[] => {
  const player = playerOf(by);
  if (player === null || floor.state.onCourt[side] === null) return [];
  const row = floor.rowOf(side, player);
  if (row === null || hasMark(floor.state, row, mark.isStarter)) return [];
  return [{ does: 'tally', side, column: 'benchPts', count: points }];
};
