/** The words of feeds for a player's position, in the words of a log. */
import type { PlayingPosition } from '@bball/engine';

const positions: Readonly<Record<string, PlayingPosition>> = {
  g: 'guard',
  f: 'forward',
  c: 'center',
  pg: 'point-guard',
  sg: 'shooting-guard',
  sf: 'small-forward',
  pf: 'power-forward',
  guard: 'guard',
  forward: 'forward',
  center: 'center',
};

/** Of two ("G-F") the first; null: not said, or in no word that we know. */
export const positionOf = (word: string): PlayingPosition | null =>
  positions[word.toLowerCase().split('-')[0] ?? ''] ?? null;
