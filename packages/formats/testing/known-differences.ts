/**
 * Official cells that contradict their own play-by-play. No rule is bent to fit these: a difference is a row here, with the reason.
 */
import type { FormatId } from '../src/game-read.ts';

export type Difference = {
  readonly format: FormatId;
  /** Folder of the game. */
  readonly game: string;
  /** `home`, `away`, or the feed's id of a player. */
  readonly of: string;
  readonly column: string;
  readonly ours: unknown;
  readonly official: unknown;
};

/** Single cells, by game. */
export const knownCells: readonly (Pick<Difference, 'format' | 'game' | 'of' | 'column'> & {
  readonly reason: string;
})[] = [];

type Kind = {
  readonly reason: string;
  readonly isOf: (difference: Difference) => boolean;
  /** More of this kind in one game is not the known fault any more. */
  readonly mostInAGame: number;
};

export const knownKinds: readonly Kind[] = [
  {
    reason: 'EuroLeague boxes give or take one or two whole minutes where a change was keyed in a period break',
    isOf: ({ format, column, ours, official }) => {
      const apart = Math.abs(Number(ours) - Number(official));
      return format === 'euroleague' && column === 'playedMs' && (apart === 60_000 || apart === 120_000);
    },
    mostInAGame: 10,
  },
];
