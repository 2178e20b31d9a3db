/** Where shots are taken and what they are called. */
import type { ShotStyle } from '../../src/events/field-goal-attempted.ts';
import type { Spot } from '../../src/game/spot.ts';
import { spotWorth } from '../../src/rules/geometry.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import type { Random } from '../random.ts';

export type Zone = 'rim' | 'middle' | 'outside';

const styles: Readonly<Record<Zone, Readonly<Partial<Record<ShotStyle, number>>>>> = {
  rim: { layup: 62, dunk: 14, 'tip-in': 6, hook: 8, floater: 8, 'alley-oop': 2 },
  middle: { 'jump-shot': 40, 'pull-up': 25, turnaround: 10, fadeaway: 12, floater: 13 },
  outside: { 'jump-shot': 70, 'pull-up': 20, 'step-back': 10 },
};

/** Degrees from straight ahead; corners are favourite places from outside. */
const angle = (random: Random, zone: Zone): number => {
  if (zone === 'outside' && random.isChance(0.24)) return (random.isChance(0.5) ? 1 : -1) * random.around(86, 3);
  return random.around(0, zone === 'outside' ? 32 : 45);
};

const distance = (random: Random, zone: Zone, arcCm: number): number => {
  if (zone === 'rim') return Math.abs(random.around(90, 45));
  if (zone === 'middle') return random.around(380, 90);
  return arcCm + Math.abs(random.around(35, 30)) + 6;
};

const worthOf = (zone: Zone, points: RuleSet['points']): number =>
  zone === 'outside' ? points.outside : points.inside;

/** A spot of the zone, worth what the zone is worth under these rules. */
export const takeSpot = (random: Random, zone: Zone, rules: RuleSet): Spot => {
  const half = Math.floor(rules.court.widthCm / 2) - 5;
  for (let tries = 0; tries < 20; tries++) {
    const radians = (angle(random, zone) * Math.PI) / 180;
    const far = distance(random, zone, rules.court.arcCm);
    const xCm = Math.max(-half, Math.min(half, Math.round(Math.sin(radians) * far)));
    const yCm = Math.max(-rules.court.ringToBaselineCm + 10, Math.round(Math.cos(radians) * far));
    if (spotWorth({ xCm, yCm }, rules) === worthOf(zone, rules.points)) return { xCm, yCm };
  }
  return { xCm: 0, yCm: zone === 'outside' ? rules.court.arcCm + 30 : 60 };
};

/** From the other half, at the horn. */
export const takeHeaveSpot = (random: Random, rules: RuleSet): Spot => ({
  xCm: random.between(-300, 300),
  yCm: rules.court.arcCm + random.between(450, 1_200),
});

export const styleOf = (random: Random, zone: Zone): ShotStyle => random.key(styles[zone] as Record<ShotStyle, number>);
