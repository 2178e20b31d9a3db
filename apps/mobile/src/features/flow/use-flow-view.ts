/** All that the flow chart draws, from the engine's views of the snapshot. */
import type { FlowPoint, Run, Snapshot, TimedPeriod } from '@bball/engine';
import { useMemo } from 'react';
import { useRules, useSides } from '../../lib/live-game/game-context.tsx';
import { sideOf } from '../../lib/live-game/sides.ts';
import { flowOf, periodsOf, runsOf, timedPlaysOf } from '../../lib/live-game/views.ts';
import type { Timeout } from './flow-chart.tsx';
import { type Frame, reachOf } from './flow-geometry.ts';

export type FlowView = {
  readonly frame: Frame;
  readonly points: readonly FlowPoint[];
  readonly periods: readonly TimedPeriod[];
  readonly timeouts: readonly Timeout[];
  readonly runs: readonly Run[];
  /** How far the game is. */
  readonly endMs: number;
};

/** The time axis is the whole of regulation from the start, so that a running game grows into it. */
const axisOf = (
  periods: readonly TimedPeriod[],
  regular: { readonly count: number; readonly lengthMs: number },
): number => {
  const last = periods.at(-1);
  const played = last === undefined ? 0 : last.fromMs + last.lengthMs;
  return played + Math.max(0, regular.count - periods.length) * regular.lengthMs;
};

export const useFlowView = (
  snapshot: Snapshot,
  size: { readonly width: number; readonly height: number },
): FlowView => {
  const rules = useRules();
  const sides = useSides();
  return useMemo(() => {
    const points = flowOf(snapshot);
    const periods = periodsOf(snapshot);
    const timed = timedPlaysOf(snapshot);
    const timeouts = timed
      .filter(({ play }) => play.type === 'timeout-called')
      .map(({ play, elapsedMs }) => ({ key: play.id, elapsedMs, side: sideOf(sides, play.body.teamId) }));
    return {
      frame: { ...size, lengthMs: axisOf(periods, rules.periods), reach: reachOf(points) },
      points,
      periods,
      timeouts,
      runs: runsOf(snapshot),
      endMs: timed.at(-1)?.elapsedMs ?? 0,
    };
  }, [snapshot, sides, rules, size]);
};
