/**
 * The world of a run: one clock that only the run moves, one source of chance, the parts, and the mail between them, which in
 * bad times is lost, doubled, late and out of order.
 */
import type { GameId } from '@bball/engine';
import type { Random } from '@bball/engine/testing';
import type { ApiProcess } from './api-process.ts';
import type { Cdn } from './cdn.ts';
import type { Flaw } from './flaws.ts';
import type { LogStore } from './log-store.ts';
import type { Phone } from './phone.ts';
import type { Record } from './record.ts';
import type { Watcher } from './watcher.ts';
import type { Weather } from './weather.ts';

type Mail = { readonly atMs: number; readonly run: () => void | Promise<void> };

export type World = {
  readonly random: Random;
  readonly has: (flaw: Flaw) => boolean;
  readonly store: LogStore;
  readonly games: readonly GameId[];
  readonly record: Record;
  readonly cdn: Cdn;
  readonly weather: Weather;
  nowMs: number;
  /** Do things go wrong. */
  isFaulty: boolean;
  /** The processes that live; the last one is the newest. */
  processes: ApiProcess[];
  phones: Phone[];
  watchers: Watcher[];
  mail: Mail[];
  /** How many processes were started. */
  started: number;
  /** Of the newest process. */
  engineVersion: number;
  /** The backup of a phone comes to life on another one. */
  readonly restorePhone: (phone: Phone) => void;
  /** Whose right to score has ended. */
  readonly revoked: Set<string>;
  /** Who hands the log on, and until when. */
  lease: { holder: number; untilMs: number };
};

const delayMs = ({ random, isFaulty, weather }: World): number => {
  if (!isFaulty || !random.isChance(weather.late)) return random.between(5, 60);
  return random.isChance(0.8) ? random.between(60, 3_000) : random.between(3_000, 25_000);
};

/** Sends something on its way. In bad times it may not arrive, or twice, or after what was sent later. */
export const post = (world: World, run: Mail['run']): void => {
  const { random, isFaulty, weather } = world;
  if (isFaulty && random.isChance(weather.loss)) return;
  world.mail.push({ atMs: world.nowMs + delayMs(world), run });
  if (isFaulty && random.isChance(weather.double)) world.mail.push({ atMs: world.nowMs + delayMs(world), run });
};

/** Something that will happen whatever the wires do: a statement that PostgreSQL already has, a connection that is seen to be gone. */
export const later = (world: World, run: Mail['run']): void => {
  world.mail.push({ atMs: world.nowMs + delayMs(world), run });
};

export const deliverMail = async (world: World): Promise<void> => {
  const due = world.mail.filter(({ atMs }) => atMs <= world.nowMs);
  if (due.length === 0) return;
  world.mail = world.mail.filter(({ atMs }) => atMs > world.nowMs);
  due.sort((a, b) => a.atMs - b.atMs);
  for (const { run } of due) await run();
};
