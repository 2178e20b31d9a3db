/**
 * The plays of a game in their order, voided ones among them. Order is the places', never the clock's.
 * Source: events.md §2; design.md §1.
 */
import { comparePlaced } from '../game/place.ts';
import type { FoldedPlay, Snapshot } from './result.ts';

/** First play first. Each carries the score after it, and says if it is voided or was amended. */
export const playByPlay = (snapshot: Pick<Snapshot, 'plays'>): readonly FoldedPlay[] =>
  Object.values(snapshot.plays).sort(comparePlaced);

/** Those that count. */
export const standingPlays = (snapshot: Pick<Snapshot, 'plays'>): readonly FoldedPlay[] =>
  playByPlay(snapshot).filter((play) => !play.isVoided);
