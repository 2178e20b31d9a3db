/** score-confirmed: what the official table shows here; moves nothing, flags a difference (SCO-2). Source: events.md §4. */
import type { PlayBase } from './base.ts';

export type ScoreConfirmed = PlayBase<'score-confirmed'> & { readonly home: number; readonly away: number };
