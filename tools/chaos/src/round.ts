/** One fault under load, and everything that must hold after it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { faultsOfGame } from './checks.ts';
import type { Fault } from './faults.ts';
import type { Load } from './load.ts';
import type { Observer } from './observer.ts';
import type { Chance } from './random.ts';
import { recovered, slowestSince } from './recovery.ts';
import type { Stack } from './stack-process.ts';
import type { TopicOrder } from './topic-order.ts';

/** Two pulses, and the sweep's half minute where a log has to be published again. */
const quietMs = 90_000;
const recoveryLimitMs = 120_000;

export type Round = {
  readonly fault: string;
  readonly events: number;
  /** From the end of the fault until every game has shown a play of after it. */
  readonly recoveryMs: number | null;
  /** From acknowledgement to screen, the longest since the fault began: a job that dies late shows here. */
  readonly slowestMs: number | null;
  /** From the last acknowledgement until everything agreed. */
  readonly settleMs: number | null;
  readonly broken: readonly string[];
};

export type Scene = {
  readonly stack: Stack;
  readonly pool: Pool;
  readonly load: Load;
  readonly observer: Observer;
  readonly order: TopicOrder;
  readonly chance: Chance;
};

export const brokenNow = async ({ pool, load, observer, order }: Scene): Promise<readonly string[]> => {
  const broken: string[] = [...observer.faults, ...order.faults];
  for (const played of load.played()) broken.push(...(await faultsOfGame(pool, played)));
  return broken;
};

/** Asked until nothing is broken or the time is over: after faults things hold in the end (the invariants marked E). */
export const settled = async (scene: Scene): Promise<Pick<Round, 'settleMs' | 'broken'>> => {
  const startedAt = performance.now();
  for (;;) {
    const broken = await brokenNow(scene).catch((error: Error) => [`the database: ${error.message}`]);
    const ms = performance.now() - startedAt;
    if (broken.length === 0) return { settleMs: ms, broken };
    if (ms > quietMs) return { settleMs: null, broken };
    await pause(250);
  }
};

export const playRound = async (scene: Scene, fault: Fault): Promise<Round> => {
  const { load, chance, stack } = scene;
  await load.refill();
  const eventsBefore = load.events();
  await pause(chance.between(3_000, 8_000));
  if (fault.losesRecords) scene.order.forgive();
  const beganMs = performance.now();
  await fault.strike(stack);
  const recoveryMs = await recovered(load.played(), performance.now(), recoveryLimitMs);
  // Flink counts a silent TaskManager or JobManager as dead after 5 s.
  await pause(chance.between(6_000, 9_000));
  await load.rest();
  const { settleMs, broken } = await settled(scene);
  const slowestMs = slowestSince(load.played(), beganMs);
  while (!(await stack.isUp())) await pause(250);
  load.goOn();
  return { fault: fault.name, events: load.events() - eventsBefore, recoveryMs, slowestMs, settleMs, broken };
};
