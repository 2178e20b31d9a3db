/**
 * How the score went: one point per change, for the lead tracker.
 * Source: rules-and-statistics.md "Team comparison".
 */
import type { EventId } from '../game/ids.ts';
import { timedPlays } from './game-time.ts';
import type { Pair, Snapshot } from './result.ts';

export type FlowPoint = {
  readonly elapsedMs: number;
  readonly period: number;
  readonly score: Pair<number>;
  /** Home less away. */
  readonly lead: number;
  readonly playId: EventId;
};

/** In order, from the first points on. The last point is the score of the snapshot. */
export const flow = (snapshot: Snapshot): readonly FlowPoint[] => {
  const points: FlowPoint[] = [];
  let home = 0;
  let away = 0;
  for (const { play, elapsedMs } of timedPlays(snapshot)) {
    const { score } = play;
    if (score.home === home && score.away === away) continue;
    ({ home, away } = score);
    points.push({ elapsedMs, period: play.place.period, score, lead: home - away, playId: play.id });
  }
  return points;
};
