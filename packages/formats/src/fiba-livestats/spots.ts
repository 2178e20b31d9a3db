/**
 * Where shots were taken from: `tm.N.shot`, in per cent of a floor of 28 × 15 m, turned to the ring the team attacks, which
 * changes at half-time and is read off where most of its shots of the period lie.
 * Source: events.md §7.
 */
import type { Spot } from '@bball/engine';
import { has, integer, items, type Json, member, numberOrNull, textOrEmpty } from '../json-value.ts';

const floor = { lengthCm: 2800, widthCm: 1500, ringCm: 157.5 } as const;

type Shot = { readonly number: number; readonly stretch: string; readonly x: number; readonly y: number };

const readShot = (json: Json): readonly Shot[] => {
  const x = numberOrNull(member(json, 'x'));
  const y = numberOrNull(member(json, 'y'));
  if (x === null || y === null) return [];
  const stretch = [textOrEmpty(member(json, 'perType')), textOrEmpty(member(json, 'per'))].join(' ');
  return [{ number: integer(member(json, 'actionNumber')), stretch, x, y }];
};

/** Attacking the left ring, right of the attackers is up; the right ring, down. Per cent grow to the right and down. */
const spotAt = ({ x, y }: Shot, attacksLeft: boolean): Spot => {
  const fromBaseline = ((attacksLeft ? x : 100 - x) / 100) * floor.lengthCm;
  const sideways = ((attacksLeft ? 50 - y : y - 50) / 100) * floor.widthCm;
  return { xCm: Math.round(sideways), yCm: Math.round(fromBaseline - floor.ringCm) };
};

const attacksLeft = (shots: readonly Shot[], stretch: string): boolean => {
  const there = shots.filter((shot) => shot.stretch === stretch);
  return there.filter(({ x }) => x < 50).length * 2 >= there.length;
};

/** By the action number of the shot's row; null where the file has no shots at all. */
export const readSpots = (game: Json): ReadonlyMap<number, Spot> | null => {
  const spots = new Map<number, Spot>();
  const teams = ['1', '2'].map((number) => member(member(game, 'tm'), number)).filter((team) => has(team, 'shot'));
  for (const team of teams) {
    const shots = items(member(team, 'shot')).flatMap(readShot);
    for (const shot of shots) spots.set(shot.number, spotAt(shot, attacksLeft(shots, shot.stretch)));
  }
  return teams.length === 0 ? null : spots;
};
