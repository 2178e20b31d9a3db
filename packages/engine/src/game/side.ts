/** Sides as indexes, for arrays of two inside the fold. */
import type { Side } from './ids.ts';

export type SideIndex = 0 | 1;
export type Sides<T> = readonly [T, T];

export const sideNames = ['home', 'away'] as const satisfies readonly Side[];
export const otherSide = (side: SideIndex): SideIndex => (side === 0 ? 1 : 0);
