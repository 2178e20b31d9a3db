/**
 * Where a spot lies on a floor. Spots are whole centimetres from the middle of the attacked ring (game axes: see `Spot`).
 * Invariants: integers only, so every runtime agrees; the line itself belongs to the inside area and to the paint.
 * Source: FIBA Art. 2.5 (areas and their lines); events.md FGA-7.
 */
import type { Spot } from '../game/spot.ts';
import type { RuleFields, RuleSet } from './rule-set.ts';

type Court = RuleFields['court'];

/** Beyond the line: past the straight line in the corner, past the arc everywhere else. */
export const isOutside = ({ xCm, yCm }: Spot, court: Court): boolean => {
  const { arcCm, cornerCm } = court;
  const isBesideCornerLine = yCm <= 0 || yCm * yCm <= arcCm * arcCm - cornerCm * cornerCm;
  return isBesideCornerLine ? Math.abs(xCm) > cornerCm : xCm * xCm + yCm * yCm > arcCm * arcCm;
};

export const isInPaint = ({ xCm, yCm }: Spot, court: Court): boolean => Math.abs(xCm) * 2 <= court.paint.widthCm && yCm >= -court.ringToBaselineCm && yCm <= court.paint.lengthCm - court.ringToBaselineCm;

/** What a basket from there is worth under these rules. */
export const spotWorth = (spot: Spot, rules: Pick<RuleSet, 'court' | 'points'>): number => (isOutside(spot, rules.court) ? rules.points.outside : rules.points.inside);

/** To the middle of the ring, whole centimetres. */
export const distanceCm = ({ xCm, yCm }: Spot): number => Math.round(Math.sqrt(xCm * xCm + yCm * yCm));

/** Feeds round to a tenth of a foot, and thumbs are wide: so near to the line only a person can say. */
const gutterCm = 15;

/** Is a spot worth that beyond doubt, outside the gutter at the line. */
export const isClearlyWorth = (spot: Spot, worth: number, { court, points }: Pick<RuleSet, 'court' | 'points'>): boolean => {
  const towards = worth === points.outside ? gutterCm : -gutterCm;
  const shifted = { ...court, arcCm: court.arcCm + towards, cornerCm: court.cornerCm + towards };
  return spotWorth(spot, { court: shifted, points }) === worth;
};
