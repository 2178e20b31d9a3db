/**
 * When a scorer would key each event: at the game's own clock, divided by the speed. Breaks between periods are short; what has no
 * clock, or one that goes back, comes right after what stands before it.
 */
import { isPlay, type LoggedEvent, type RuleSet } from '@bball/engine';

const breakMs = 15_000;

/** Milliseconds of game time from the first play to each event; never falling, 0 for what comes before any clock. */
export const gameTimes = (events: readonly LoggedEvent[], rules: RuleSet): readonly number[] => {
  let first: number | null = null;
  let latest = 0;
  return events.map((event) => {
    if (isPlay(event) && event.clockMs !== null) {
      const length = lengthOf(event.place.period, rules);
      const time = startOf(event.place.period, rules) + Math.max(0, length - event.clockMs);
      first ??= time;
      latest = Math.max(latest, time - first);
    }
    return latest;
  });
};

const lengthOf = (period: number, { periods, overtimeMs }: RuleSet): number =>
  period <= periods.count ? periods.lengthMs : overtimeMs;

const startOf = (period: number, rules: RuleSet): number => {
  let start = 0;
  for (let earlier = 1; earlier < period; earlier++) start += lengthOf(earlier, rules) + breakMs;
  return start;
};
