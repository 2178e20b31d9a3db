/**
 * `points.json`: where shots were taken from, and fast breaks. A row belongs to the play of the same number, if type and player
 * agree; (−1, −1) and (0, 0) are the feed's words for no location.
 */
import type { Spot } from '@bball/engine';
import { integer, isYes, items, type Json, member, numberOrNull, text, textOrEmpty } from '../json-value.ts';
import type { Row } from './row.ts';

export type ShotNote = { readonly spot: Spot | null; readonly isFastBreak: boolean };

const spotOf = (json: Json): Spot | null => {
  const x = numberOrNull(member(json, 'COORD_X'));
  const y = numberOrNull(member(json, 'COORD_Y'));
  if (x === null || y === null || (x === -1 && y === -1) || (x === 0 && y === 0)) return null;
  return { xCm: Math.round(x), yCm: Math.round(y) };
};

const keyOf = (number: number, word: string, personId: string): string => [number, word, personId].join(' ');

/** Looks a play's note up; null without one. */
export const readShots = (points: Json | null): ((row: Row) => ShotNote | null) => {
  const notes = new Map<string, ShotNote>();
  for (const json of points === null ? [] : items(member(points, 'Rows'))) {
    const word = text(member(json, 'ID_ACTION')).toUpperCase();
    const key = keyOf(integer(member(json, 'NUM_ANOT')), word, textOrEmpty(member(json, 'ID_PLAYER')));
    notes.set(key, { spot: spotOf(json), isFastBreak: isYes(member(json, 'FASTBREAK')) });
  }
  return ({ number, word, personId }) => notes.get(keyOf(number, word, personId)) ?? null;
};
