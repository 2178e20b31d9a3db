/**
 * Runs: points that one side scored without an answer.
 * Source: rules-and-statistics.md "Team comparison".
 */
import type { EventId, Side } from '../game/ids.ts';
import { type FlowPoint, flow } from './flow.ts';
import type { Snapshot } from './result.ts';

export type Run = {
  readonly side: Side;
  readonly points: number;
  /** The plays that scored it, in order. */
  readonly playIds: readonly EventId[];
  readonly fromElapsedMs: number;
  readonly toElapsedMs: number;
  /** Still going on at the last score of the game so far. */
  readonly isRunning: boolean;
};

type Step = { readonly point: FlowPoint; readonly side: Side; readonly points: number; readonly isBasket: boolean };

const stepsOf = (points: readonly FlowPoint[], { plays }: Snapshot): readonly Step[] =>
  points.flatMap((point, index): readonly Step[] => {
    const before = points[index - 1]?.score ?? { home: 0, away: 0 };
    const home = point.score.home - before.home;
    const away = point.score.away - before.away;
    const isBasket = plays[point.playId]?.type !== 'points-adjusted';
    const both: readonly Step[] = [
      { point, side: 'home', points: home, isBasket },
      { point, side: 'away', points: away, isBasket },
    ];
    return both.filter((step) => step.points !== 0);
  });

const groupBySide = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const groups: Step[][] = [];
  for (const step of steps) {
    const current = groups.at(-1);
    const last = current?.at(-1);
    if (last?.side === step.side && last.isBasket && step.isBasket) current?.push(step);
    else groups.push([step]);
  }
  return groups;
};

/** Runs of at least `atLeast` points, in order. Points that are no basket break a run and are none. */
export const runs = (snapshot: Snapshot, atLeast = 6): readonly Run[] => {
  const groups = groupBySide(stepsOf(flow(snapshot), snapshot));
  return groups
    .map((group, index): Run => {
      const first = group[0] as Step;
      return {
        side: first.side,
        points: group.reduce((sum, { points }) => sum + points, 0),
        playIds: group.map(({ point }) => point.playId),
        fromElapsedMs: first.point.elapsedMs,
        toElapsedMs: (group.at(-1) as Step).point.elapsedMs,
        isRunning: index === groups.length - 1,
      };
    })
    .filter(({ points }, index) => points >= atLeast && groups[index]?.[0]?.isBasket === true);
};
