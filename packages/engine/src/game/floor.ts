/** What an event sees when it is folded: the state before it, the rules, and who is on the sheets. Reading only. */

import type { RuleSet } from '../rules/rule-set.ts';
import { type Doer, type Helper, isPlayer, type Offender } from './doer.ts';
import type { Facet } from './facets.ts';
import { facetBit } from './facets.ts';
import type { EventId, PlayerId, TeamId } from './ids.ts';
import { column, lineWidth, mark, marks } from './line.ts';
import type { Place } from './place.ts';
import type { SideIndex } from './side.ts';
import type { FoldState } from './state.ts';

/** A foul as the log has it now, also when it stands later than the throw that names it. */
export type FoulInLog = {
  readonly freeThrows: 0 | 1 | 2 | 3 | 'one-and-one' | null;
  readonly keepsBall: boolean;
  readonly isFastBreak: boolean;
  readonly place: Place;
};

export type Floor = {
  /** Replaced by the game when it takes up an earlier state. */
  state: Readonly<FoldState>;
  rules: RuleSet;
  readonly sideOfTeam: (teamId: TeamId | null) => SideIndex | null;
  /** The side on whose sheet the player is; null: on none. */
  readonly sideOfPlayer: (playerId: PlayerId) => SideIndex | null;
  /** Its row in the lines, one made for an unknown player; null where the other side's sheet has it. */
  readonly rowOf: (side: SideIndex, playerId: PlayerId) => number | null;
  readonly isListed: (playerId: PlayerId) => boolean;
  /** null: not in the log, or voided (COR-7). */
  readonly foul: (foulId: EventId) => FoulInLog | null;
};

export const isTracked = (floor: Floor, side: SideIndex, facet: Facet): boolean =>
  (floor.state.tracked[side] & facetBit[facet]) !== 0;

export const isTrackedOfBoth = (floor: Floor, ...facets: readonly Facet[]): boolean =>
  facets.every((facet) => isTracked(floor, 0, facet) && isTracked(floor, 1, facet));

export const lineValue = (state: Readonly<FoldState>, row: number, name: keyof typeof column): number =>
  state.lines[row * lineWidth + column[name]] as number;

export const hasMark = (state: Readonly<FoldState>, row: number, bit: number): boolean =>
  ((state.lines[row * lineWidth + marks] as number) & bit) !== 0;

export const isOut = (floor: Floor, row: number): boolean => hasMark(floor.state, row, mark.isOut);

/** Is a person meant, and known by id? */
export const playerOf = (who: Doer | Offender | Helper): PlayerId | null => (isPlayer(who) ? who : null);
