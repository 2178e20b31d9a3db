/** From game time and lead to points of the picture. Steps, not slopes: a lead changes at a basket and not on the way to it. */
import type { FlowPoint } from '@bball/engine';

export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly lengthMs: number;
  /** The lead at the upper and the lower edge. */
  readonly reach: number;
};

export const xOf = (elapsedMs: number, { width, lengthMs }: Frame): number =>
  lengthMs === 0 ? 0 : (elapsedMs / lengthMs) * width;
export const yOf = (lead: number, { height, reach }: Frame): number => height / 2 - (lead / reach) * (height / 2);

/** Room above the biggest lead, in whole fives. */
export const reachOf = (points: readonly FlowPoint[]): number =>
  Math.max(5, Math.ceil((Math.max(0, ...points.map(({ lead }) => Math.abs(lead))) + 1) / 5) * 5);

/** The outline of one side's leads: where the other leads it runs along the middle. */
export const areaOf = (points: readonly FlowPoint[], side: 'home' | 'away', endMs: number, frame: Frame): string => {
  const middle = frame.height / 2;
  const shown = (lead: number): number => yOf(side === 'home' ? Math.max(0, lead) : Math.min(0, lead), frame);
  let path = `M0 ${middle}`;
  let last = middle;
  for (const { elapsedMs, lead } of points) {
    const x = xOf(elapsedMs, frame).toFixed(1);
    const y = shown(lead);
    path += `L${x} ${last.toFixed(1)}L${x} ${y.toFixed(1)}`;
    last = y;
  }
  const end = xOf(endMs, frame).toFixed(1);
  return `${path}L${end} ${last.toFixed(1)}L${end} ${middle}Z`;
};

/** The line of the lead itself. */
export const lineOf = (points: readonly FlowPoint[], endMs: number, frame: Frame): string => {
  let path = `M0 ${frame.height / 2}`;
  for (const { elapsedMs, lead } of points)
    path += `H${xOf(elapsedMs, frame).toFixed(1)}V${yOf(lead, frame).toFixed(1)}`;
  return `${path}H${xOf(endMs, frame).toFixed(1)}`;
};

/** What stood at a moment; null: nobody had scored. */
export const pointAt = (points: readonly FlowPoint[], elapsedMs: number): FlowPoint | null =>
  points.findLast((point) => point.elapsedMs <= elapsedMs) ?? null;
