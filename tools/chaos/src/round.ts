/** One fault under load, and everything that must hold after it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { faultsOfGames, faultsOfOutbox } from './checks/check-games.ts';
import type { FinishedGames } from './checks/finished-games.ts';
import type { Game } from './checks/game.ts';
import type { Reader } from './checks/read-stored.ts';
import type { TopicOrder } from './checks/topic-order.ts';
import type { LeaseWatch } from './checks/watch-lease.ts';
import type { ResultsWatch } from './checks/watch-results.ts';
import type { Fault } from './faults/rows.ts';
import type { Chance } from './random.ts';
import { recovered, slowestPublished, slowestSince } from './recovery.ts';
import type { Load } from './scoring/load.ts';
import type { Stack } from './stack-process.ts';

/** Two pulses, and the sweep's half minute where a log has to be published again. */
const quietMs = 90_000;
const recoveryLimitMs = 120_000;
const lookMs = 250;

export type Round = {
  readonly fault: string;
  readonly events: number;
  /** From the acknowledgement of a play to its record in game-events, the longest since the fault began. */
  readonly publishedMs: number | null;
  /** From the blow until another process led the publishers; null: nobody had to. */
  readonly takeoverMs: number | null;
  /** From the end of the fault until every game has shown a play of after it. */
  readonly recoveryMs: number | null;
  /** From acknowledgement to screen, the longest since the fault began: a job that dies late shows here. */
  readonly slowestMs: number | null;
  /** From the last acknowledgement until everything agreed. */
  readonly settleMs: number | null;
  /** What was not yet right when it was looked at for the last time but one. */
  readonly lastToAgree: string | null;
  readonly broken: readonly string[];
};

export type Scene = {
  readonly stack: Stack;
  readonly pool: Pool;
  readonly load: Load;
  readonly reader: Reader;
  readonly finished: FinishedGames;
  readonly results: ResultsWatch;
  readonly lease: LeaseWatch;
  readonly order: TopicOrder;
  readonly chance: Chance;
};

type Settled = Pick<Round, 'settleMs' | 'lastToAgree' | 'broken'>;

/** Asked until nothing is broken or the time is over: after faults things hold in the end (the invariants marked E). */
const settled = async ({ pool, load, reader, finished, results, order }: Scene): Promise<Settled> => {
  const startedAt = performance.now();
  let left: readonly Game[] = load.games();
  for (let lastToAgree: string | null = null; ; ) {
    const broken: string[] = [...results.faults, ...order.faults];
    try {
      const faults = await faultsOfGames(reader, left);
      // At rest nothing moves any more: what was found sound stays so.
      left = left.filter(({ gameId }) => (faults.get(gameId)?.length ?? 0) > 0);
      broken.push(...[...faults.values()].flat(), ...(await faultsOfOutbox(pool)), ...(await finished.faults()));
    } catch (error) {
      broken.push(`the database: ${error instanceof Error ? error.message : error}`);
    }
    const ms = performance.now() - startedAt;
    if (broken.length === 0) return { settleMs: ms, lastToAgree, broken };
    if (ms > quietMs) return { settleMs: null, lastToAgree, broken };
    lastToAgree = broken[0] ?? null;
    await pause(lookMs);
  }
};

/** Games that are over make room for others; their whole logs are read once more, from the beginning. */
const replaceFinished = async ({ load, reader, finished }: Scene): Promise<readonly string[]> => {
  const over = load.games().filter(({ table }) => table.isOver());
  for (const { gameId } of over) reader.forget(gameId);
  const faults = [...(await faultsOfGames(reader, over)).values()].flat();
  await finished.add(over.map(({ gameId }) => gameId));
  for (const { gameId } of await load.refill()) reader.forget(gameId);
  return faults;
};

export const playRound = async (scene: Scene, fault: Fault): Promise<Round> => {
  const { load, chance, stack, lease, order } = scene;
  const eventsBefore = load.events();
  load.goOn();
  await pause(chance.between(3_000, 8_000));
  if (fault.losesRecords) order.forgive();
  const beganMs = performance.now();
  await fault.strike(scene);
  const recoveryMs = await recovered(load.games, performance.now(), recoveryLimitMs);
  // Flink counts a silent TaskManager or JobManager as dead after 5 s.
  await pause(chance.between(6_000, 9_000));
  const hasRested = await load.rest();
  const { settleMs, lastToAgree, broken } = await settled(scene);
  const measured = {
    publishedMs: slowestPublished(load.games(), order, beganMs),
    takeoverMs: fault.hitsPublisher ? lease.takenOverMs(beganMs) : null,
    slowestMs: slowestSince(load.games(), beganMs),
  };
  const events = load.events() - eventsBefore;
  await stack.untilUp();
  const ofFinished = settleMs === null ? [] : await replaceFinished(scene);
  const late = hasRested ? [] : ['I-4: plays were still pending after two minutes of rest'];
  return {
    ...{ fault: fault.name, events, ...measured, recoveryMs, settleMs, lastToAgree },
    broken: [...late, ...broken, ...ofFinished],
  };
};
