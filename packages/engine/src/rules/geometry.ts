/**
 * Where a spot lies on a floor. Spots are whole centimetres from the middle of the attacked ring (game axes: see `Spot`).
 * Invariants: integers only, so every runtime agrees; the line itself belongs to the inside area and to the paint.
 * Source: FIBA Art. 2.5 (areas and their lines); events.md FGA-7.
 */
import type { Spot } from '../events/field-goal-attempted.ts';
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
