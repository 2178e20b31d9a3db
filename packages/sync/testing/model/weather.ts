/**
 * How a run is bad: each has its own mixture, so that a fault that hides behind the others gets its day (swarm testing).
 */
import type { Random } from '@bball/engine/testing';

export const happeningNames = [
  'kill-tab',
  'open-tab',
  'switch-network',
  'step-clock',
  'restore-backup',
  'restart-api',
  'kill-old-api',
  'drop-connection',
  'end-right',
  'settle-tray',
] as const;

export type HappeningName = (typeof happeningNames)[number];

export type Weather = {
  readonly loss: number;
  readonly double: number;
  readonly late: number;
  /** That somebody keys something in a step, and that something happens. */
  readonly keying: number;
  readonly happening: number;
  /** How much of the keying is about the end of the game. */
  readonly endings: number;
  /** That a process emits or stores what is due; slow ones make long intervals. */
  readonly haste: number;
  /** That a restart brings another engine, and that the old process goes on for a while. */
  readonly upgrade: number;
  readonly overlap: number;
  readonly weights: { readonly [Name in HappeningName]: number };
};

const usual: Weather['weights'] = {
  'kill-tab': 4,
  'open-tab': 7,
  'switch-network': 5,
  'step-clock': 3,
  'restore-backup': 1,
  'restart-api': 3,
  'kill-old-api': 2,
  'drop-connection': 4,
  'end-right': 1,
  'settle-tray': 2,
};

export const anyWeather = (random: Random): Weather => ({
  loss: random.pick([0.01, 0.08, 0.25]),
  double: random.pick([0, 0.05, 0.2]),
  late: random.pick([0.03, 0.15, 0.4]),
  keying: random.pick([0.15, 0.3, 0.6]),
  happening: random.pick([0.04, 0.12, 0.25]),
  endings: random.pick([0.3, 0.8, 3]),
  haste: random.pick([0.1, 0.6, 0.9]),
  upgrade: random.pick([0, 0.3, 0.9]),
  overlap: random.pick([0.1, 0.5, 0.9]),
  weights: Object.fromEntries(
    happeningNames.map((name) => [name, usual[name] * random.pick([0.1, 1, 1, 6])]),
  ) as Weather['weights'],
});
