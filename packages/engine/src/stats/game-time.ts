/**
 * Game time elapsed at each play, for charts. A snapshot knows the edition, not a league's patch, so a period is as long as its
 * own start says, then as the rule row says.
 * Invariants: never goes back; a play without a clock stands where the one before it stood; the plays of a period without any clock
 * are spread evenly over it.
 */
import { ruleSet } from '../rules/index.ts';
import { standingPlays } from './play-by-play.ts';
import type { FoldedPlay, Snapshot } from './result.ts';

export type TimedPlay = { readonly play: FoldedPlay; readonly elapsedMs: number };
export type TimedPeriod = { readonly period: number; readonly fromMs: number; readonly lengthMs: number };

const lengthOf = (period: number, plays: readonly FoldedPlay[], rules: ReturnType<typeof ruleSet>): number => {
  const start = plays.find(({ type }) => type === 'period-started');
  const said = start?.body.lengthMs ?? start?.clockMs ?? null;
  return said ?? (period > rules.periods.count ? rules.overtimeMs : rules.periods.lengthMs);
};

const byPeriod = (snapshot: Snapshot): ReadonlyMap<number, readonly FoldedPlay[]> => {
  const periods = new Map<number, FoldedPlay[]>();
  for (const play of standingPlays(snapshot)) {
    const plays = periods.get(play.place.period);
    if (plays === undefined) periods.set(play.place.period, [play]);
    else plays.push(play);
  }
  return periods;
};

/** The periods up to the last play, with when they began on a watch that only runs during play. */
export const timedPeriods = (snapshot: Snapshot): readonly TimedPeriod[] => {
  const rules = ruleSet(snapshot.game.ruleSet, snapshot.game.rules);
  const periods = byPeriod(snapshot);
  const last = Math.max(0, ...periods.keys());
  const regulation = Array.from({ length: Math.min(last, rules.periods.count) }, (_, index) => index + 1);
  const timed: TimedPeriod[] = [];
  let fromMs = 0;
  for (const period of [...new Set([...regulation, ...periods.keys()])].sort((a, b) => a - b)) {
    const lengthMs = lengthOf(period, periods.get(period) ?? [], rules);
    timed.push({ period, fromMs, lengthMs });
    fromMs += lengthMs;
  }
  return timed;
};

const elapsedOf = (plays: readonly FoldedPlay[], lengthMs: number): readonly number[] => {
  const isUntimed = plays.every(
    ({ clockMs, type }) => clockMs === null || type === 'period-started' || type === 'period-ended',
  );
  let latest = 0;
  return plays.map(({ clockMs }, index) => {
    const elapsed = isUntimed
      ? Math.round((lengthMs * (index + 1)) / (plays.length + 1))
      : clockMs === null
        ? latest
        : lengthMs - clockMs;
    latest = Math.max(latest, Math.min(lengthMs, elapsed));
    return latest;
  });
};

/** Every play that counts, in order, with the game time elapsed at it. */
export const timedPlays = (snapshot: Snapshot): readonly TimedPlay[] => {
  const periods = byPeriod(snapshot);
  return timedPeriods(snapshot).flatMap(({ period, fromMs, lengthMs }) => {
    const plays = periods.get(period) ?? [];
    const elapsed = elapsedOf(plays, lengthMs);
    return plays.map((play, index) => ({ play, elapsedMs: fromMs + (elapsed[index] ?? 0) }));
  });
};
