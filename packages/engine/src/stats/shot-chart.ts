/**
 * Shots by place: each with its zone and distance, and the zones added up. Zones are data, read from the ring outwards.
 * Invariants: voided plays and own baskets are no shots here; a shot without a spot has no zone, and is never guessed.
 * Source: rules-and-statistics.md; FIBA Art. 2 for the areas.
 */
import type { Doer } from '../game/doer.ts';
import type { EventId, TeamId } from '../game/ids.ts';
import type { Spot } from '../game/spot.ts';
import { distanceCm, isInPaint, isOutside } from '../rules/geometry.ts';
import { ruleSet } from '../rules/index.ts';
import type { RuleFields } from '../rules/rule-set.ts';
import { standingPlays } from './play-by-play.ts';
import type { FoldedPlay, Snapshot } from './result.ts';

type Court = RuleFields['court'];

const rimCm = 125;
const besideRing = (spot: Spot): boolean => spot.yCm <= 140;
/** Within 35 degrees of straight ahead. */
const isAhead = ({ xCm, yCm }: Spot): boolean => Math.abs(xCm) * 1000 <= yCm * 700;
/** A 3x3 floor is one half, of 11 m; every other half is longer. */
const isBeyondHalf = ({ yCm }: Spot, court: Court): boolean =>
  yCm + court.ringToBaselineCm > Math.max(1_100, court.lengthCm / 2);

/** The first zone whose test holds is the shot's. Left and right as the attackers face the ring. */
export const zones = {
  rim: { title: 'at the rim', holds: (spot: Spot) => distanceCm(spot) <= rimCm },
  backcourt: { title: 'from the own half', holds: isBeyondHalf },
  'corner-left': {
    title: 'left corner',
    holds: (spot: Spot, court: Court) => isOutside(spot, court) && besideRing(spot) && spot.xCm < 0,
  },
  'corner-right': {
    title: 'right corner',
    holds: (spot: Spot, court: Court) => isOutside(spot, court) && besideRing(spot),
  },
  'outside-ahead': {
    title: 'outside, straight ahead',
    holds: (spot: Spot, court: Court) => isOutside(spot, court) && isAhead(spot),
  },
  'outside-left': {
    title: 'outside, left wing',
    holds: (spot: Spot, court: Court) => isOutside(spot, court) && spot.xCm < 0,
  },
  'outside-right': { title: 'outside, right wing', holds: isOutside },
  paint: { title: 'in the paint', holds: isInPaint },
  'middle-ahead': { title: 'mid-range, straight ahead', holds: isAhead },
  'middle-left': { title: 'mid-range, left', holds: (spot: Spot) => spot.xCm < 0 },
  'middle-right': { title: 'mid-range, right', holds: () => true },
} as const satisfies Record<string, { readonly title: string; readonly holds: (spot: Spot, court: Court) => boolean }>;

export type ZoneKey = keyof typeof zones;
export const zoneKeys = Object.keys(zones) as readonly ZoneKey[];

export const zoneOf = (spot: Spot, court: Court): ZoneKey =>
  zoneKeys.find((key) => zones[key].holds(spot, court)) ?? 'middle-right';

export type Shot = {
  readonly playId: EventId;
  readonly teamId: TeamId;
  readonly by: Doer;
  readonly made: boolean;
  readonly points: number;
  readonly period: number;
  readonly clockMs: number | null;
  readonly style: string | null;
  readonly spot: Spot | null;
  /** null where there is no spot. */
  readonly zone: ZoneKey | null;
  readonly distanceCm: number | null;
};

const shotOf = (play: FoldedPlay, court: Court): Shot | null => {
  const { teamId, by, made, points, spot, style, qualifiers } = play.body;
  if (play.type !== 'field-goal-attempted' || teamId === undefined || teamId === null) return null;
  if (qualifiers?.includes('own-basket') === true) return null;
  const place = spot ?? null;
  return {
    playId: play.id,
    teamId,
    by: (by ?? null) as Doer,
    made: made === true,
    points: points ?? 0,
    period: play.place.period,
    clockMs: play.clockMs,
    style: style ?? null,
    spot: place,
    zone: place === null ? null : zoneOf(place, court),
    distanceCm: place === null ? null : distanceCm(place),
  };
};

/** The shots of both teams, in order. `court` is the edition's unless a league plays on another. */
export const shotChart = (
  snapshot: Snapshot,
  court: Court = ruleSet(snapshot.game.ruleSet, snapshot.game.rules).court,
): readonly Shot[] => standingPlays(snapshot).flatMap((play) => shotOf(play, court) ?? []);

export type ZoneTotal = {
  readonly zone: ZoneKey;
  readonly made: number;
  readonly attempted: number;
  readonly points: number;
};

/** Every zone from which somebody shot, in the order of `zones`. */
export const zoneTotals = (shots: readonly Shot[]): readonly ZoneTotal[] =>
  zoneKeys
    .map((zone) => {
      const there = shots.filter((shot) => shot.zone === zone);
      const made = there.filter((shot) => shot.made);
      return {
        zone,
        made: made.length,
        attempted: there.length,
        points: made.reduce((sum, { points }) => sum + points, 0),
      };
    })
    .filter(({ attempted }) => attempted > 0);
