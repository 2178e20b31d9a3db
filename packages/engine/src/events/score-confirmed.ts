/** score-confirmed: what the official table shows here; moves nothing, flags a difference (SCO-2). Source: events.md §4. */

import { flag } from '../game/effects.ts';
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export type ScoreConfirmed = PlayBase<'score-confirmed'> & { readonly home: number; readonly away: number };

export const foldScoreConfirmed: Fold<ScoreConfirmed> = (play, { state }) => {
  const [home, away] = state.score;
  if (play.home === home && play.away === away) return [];
  return [flag('score-differs', { detail: { home, away, confirmedHome: play.home, confirmedAway: play.away } })];
};
