/**
 * The floors of the books, in whole centimetres. Feet are converted and rounded; a line belongs to the area it bounds.
 * Source: FIBA Art. 2; NBA Rule 1; NCAA Rule 1; NFHS Rule 1.
 */
import type { RuleFields } from './rule-set.ts';

type Court = RuleFields['court'];

const fibaPaint = { widthCm: 490, lengthCm: 580 };
const wideLane = { widthCm: 488, lengthCm: 579 };
const narrowLane = { widthCm: 366, lengthCm: 579 };

export const fibaCourt = {
  lengthCm: 2800,
  widthCm: 1500,
  ringToBaselineCm: 158,
  arcCm: 675,
  cornerCm: 660,
  paint: fibaPaint,
} as const satisfies Court;
export const fiba3x3Court = { ...fibaCourt, lengthCm: 1100 } as const satisfies Court;
export const nbaCourt = {
  lengthCm: 2865,
  widthCm: 1524,
  ringToBaselineCm: 160,
  arcCm: 724,
  cornerCm: 671,
  paint: wideLane,
} as const satisfies Court;
export const wnbaCourt = { ...nbaCourt, arcCm: 675, cornerCm: 670 } as const satisfies Court;
export const ncaaCourt = { ...nbaCourt, arcCm: 675, cornerCm: 660, paint: narrowLane } as const satisfies Court;
export const nfhsCourt = { ...nbaCourt, lengthCm: 2560, arcCm: 602, cornerCm: 602, paint: narrowLane } as const satisfies Court;
