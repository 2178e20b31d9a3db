/** Appending: at the end it costs O(1), anywhere else a fold from the nearest checkpoint. */
import type { LoggedEvent } from './events/index.ts';
import type { Game } from './game-fold.ts';
import { foldFrom } from './refold.ts';
import { catchUp, type PutOff, takeIn } from './take-in.ts';

/**
 * Takes events in, in any order, repeats included. Never throws on well-formed events.
 * Many at once are folded once; if they reach back, or change each other, the next delta is whole: it would not name what only stood
 * between them (I-18).
 */
export const append = (game: Game, events: readonly LoggedEvent[]): void => {
  const isStart = game.folded === 0;
  const putOff: PutOff = { plays: null, hasSettings: false, hasPeriodStarts: false, isTangled: false };
  let from = Number.POSITIVE_INFINITY;
  for (const event of events) from = Math.min(from, takeIn(game, event, putOff));
  from = Math.min(from, catchUp(game, putOff));
  if (events.length > 1 && (isStart || putOff.isTangled || from < game.folded)) game.touched.everything = true;
  foldFrom(game, from);
};
