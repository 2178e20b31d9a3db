/** What a simulated player is good at. It hangs on the player's id alone, so a season has its leaders. */
import type { PlayerId } from '../../src/game/ids.ts';
import { randomFrom } from '../random.ts';

export type Talent = {
  /** Weights among the players on court. */
  readonly usage: number;
  readonly outsideTaste: number;
  readonly passing: number;
  readonly rebounding: number;
  readonly stealing: number;
  readonly blocking: number;
  readonly fouling: number;
  readonly loseBall: number;
  /** Added to a probability. */
  readonly shooting: number;
  readonly throwing: number;
};

type Role = Omit<Talent, 'shooting' | 'throwing'>;

const guard: Role = {
  usage: 1.1,
  outsideTaste: 1.2,
  passing: 2.6,
  rebounding: 0.6,
  stealing: 1.5,
  blocking: 0.25,
  fouling: 0.8,
  loseBall: 1.5,
};
const wing: Role = {
  usage: 1.1,
  outsideTaste: 1.4,
  passing: 1.1,
  rebounding: 0.8,
  stealing: 1.1,
  blocking: 0.5,
  fouling: 0.9,
  loseBall: 0.9,
};
const big: Role = {
  usage: 0.9,
  outsideTaste: 0.35,
  passing: 0.7,
  rebounding: 2,
  stealing: 0.6,
  blocking: 2.4,
  fouling: 1.3,
  loseBall: 0.9,
};
const roles = [guard, wing, wing, { ...big, outsideTaste: 0.8 }, big] as const;

/** `position` in the roster, from 0: point guard, two wings, two bigs, and round again. */
export const talentOf = (playerId: PlayerId, position: number): Talent => {
  const random = randomFrom(`talent of ${playerId}`);
  const role = roles[position % roles.length] ?? wing;
  const varied = Object.fromEntries(
    Object.entries(role).map(([name, weight]) => [name, weight * Math.max(0.3, random.around(1, 0.3))]),
  ) as Role;
  return { ...varied, shooting: random.around(0, 0.03), throwing: random.around(0, 0.07) };
};
