/** Appending: at the end it costs O(1), anywhere else a fold from the nearest checkpoint. */
import type { LoggedEvent } from './events/index.ts';
import type { Game } from './game-fold.ts';
import { foldFrom } from './refold.ts';
import { takeIn } from './take-in.ts';

/**
 * Takes events in, in any order, repeats included. Never throws on well-formed events.
 * Many at once are folded once; then a delta names everything.
 */
export const append = (game: Game, events: readonly LoggedEvent[]): void => {
  if (events.length === 1) {
    foldFrom(game, takeIn(game, events[0] as LoggedEvent));
    return;
  }
  const isStart = game.folded === 0;
  let from = Number.POSITIVE_INFINITY;
  for (const event of events) from = Math.min(from, takeIn(game, event));
  if (isStart || from < game.folded) game.touched.everything = true;
  foldFrom(game, from);
};
