/**
 * Hands the log on in order: reads the outbox, passes each game's events to the host, deletes exactly those rows. The only one that
 * does, by a lease; two that both believe to lead would merely repeat themselves (K-1 to K-8).
 * Invariants: a row goes only after what it announces was taken; any failure but that of one game means reading again from the table;
 * a game that is refused is parked whole, never one event of it, and comes back by a request for its whole log.
 */
import type { NumberedEvent } from '../repositories/game-log.ts';
import type { Outbox, OutboxRow } from '../repositories/outbox.ts';
import { type DueRefold, forked, type Refolds } from '../repositories/refolds.ts';
import { GameRefused } from './game-refused.ts';
import { makeLatch } from './latch.ts';
import type { Leadership } from './leadership.ts';

/** Takes the log of games: an engine in this process, or a topic. A rejection with `GameRefused` is about that game alone. */
export type LogTaker = {
  readonly accept: (gameId: string, events: readonly NumberedEvent[]) => Promise<void>;
  /** Takes the whole log again; `fresh`: whatever was folded of the game is to be dropped first. */
  readonly replay: (gameId: string, from: 'where-it-is' | 'fresh') => Promise<void>;
};

export type OutboxPublisherDeps = {
  readonly outbox: Outbox;
  readonly refolds: Pick<Refolds, 'due' | 'done' | 'failed' | 'park'>;
  readonly leadership: Pick<Leadership, 'isLeading'>;
  readonly host: LogTaker;
  /** Others who want the log as it grows (scorers' sockets). */
  readonly onGrown: (gameId: string, events: readonly NumberedEvent[]) => void;
  /** After a wake-up the table is looked at so much later, for all of it together: where the short cut delivers, there is no hurry. */
  readonly gatherMs: number;
  readonly monotonicMs: () => number;
  readonly onPublished: (fact: { readonly rows: number; readonly games: number }) => void;
  readonly onParked: (refused: GameRefused) => void;
  readonly onTrouble: (error: unknown) => void;
};

const batchRows = 1000;
const pollMs = 250;
const troubleMs = 500;
const replaysASecond = 50;
const replayEveryMs = 1_000;
/** A batch that is on its way when we leave is waited for as long; what is sent twice is dropped by its seq (K-4). */
const leaveMs = 2_000;
/** Rows below what was seen this long ago are dead, or so late that the next full read finds them. */
const floorLagMs = 2_000;
const fullReadMs = 1_000;

export type OutboxPublisher = ReturnType<typeof makeOutboxPublisher>;

export const makeOutboxPublisher = (deps: OutboxPublisherDeps) => {
  const { outbox, refolds, leadership, host, monotonicMs } = deps;
  const latch = makeLatch();
  const parked = new Set<string>();
  const floor = makeFloor(monotonicMs);
  let replayedAtMs = -Infinity;
  let due: DueRefold[] = [];
  let isRunning = false;
  let loop: Promise<void> = Promise.resolve();

  const handOn = async (gameId: string, rows: readonly OutboxRow[]): Promise<readonly string[]> => {
    const events = rows.map(({ event }) => event);
    try {
      deps.onGrown(gameId, events);
      await host.accept(gameId, events);
      return rows.map(({ rowId }) => rowId);
    } catch (error) {
      if (!(error instanceof GameRefused)) throw error;
      parked.add(gameId);
      deps.onParked(error);
      await refolds.park(gameId, error.because);
      return [];
    }
  };

  /** One read of the table; true: there may be more. */
  const publish = async (): Promise<boolean> => {
    const rows = await outbox.read(batchRows, floor.read(), [...parked]);
    if (rows.length === 0) return false;
    const games = Map.groupBy(rows, ({ gameId }) => gameId);
    const handed = (await Promise.all([...games].map(([gameId, ofGame]) => handOn(gameId, ofGame)))).flat();
    if (handed.length > 0) await outbox.remove(handed);
    floor.saw(rows.at(-1)!.rowId);
    deps.onPublished({ rows: handed.length, games: games.size });
    return rows.length === batchRows;
  };

  const replay = async ({ gameId, reason }: DueRefold): Promise<void> => {
    try {
      await host.replay(gameId, reason === forked ? 'fresh' : 'where-it-is');
      parked.delete(gameId);
      await refolds.done(gameId);
    } catch (error) {
      if (!(error instanceof GameRefused)) throw error;
      if (await refolds.failed(gameId)) deps.onParked(error);
    }
  };

  /** One game after the other, each second anew; games that are played now wait for one of them at most (K-8). */
  const replayDue = async (): Promise<void> => {
    if (monotonicMs() - replayedAtMs >= replayEveryMs) {
      replayedAtMs = monotonicMs();
      due = [...(await refolds.due(replaysASecond))];
    }
    for (let next = due.shift(); next !== undefined; next = due.shift()) {
      await replay(next);
      if (latch.isRaised()) return;
    }
  };

  const run = async (): Promise<void> => {
    while (isRunning) {
      try {
        latch.lower();
        const isLeader = leadership.isLeading();
        const hasMore = isLeader && (await publish());
        if (isLeader && !hasMore) await replayDue();
        if (hasMore) continue;
        await latch.raised(pollMs);
        if (deps.gatherMs > 0 && latch.isRaised()) await latch.pause(deps.gatherMs);
      } catch (error) {
        deps.onTrouble(error);
        await latch.pause(troubleMs);
      }
    }
  };

  return {
    start: (): void => {
      isRunning = true;
      loop = run();
    },
    /** Something was appended: look now. */
    wake: latch.raise,
    /** We lead from now on: what another process has done meanwhile, also for a game that we parked, we don't know. */
    gained: (): void => {
      parked.clear();
      due = [];
      latch.raise();
    },
    /** Finishes the batch that is on its way. */
    stop: async (): Promise<void> => {
      isRunning = false;
      latch.raise();
      await Promise.race([loop, makeLatch().pause(leaveMs)]);
    },
  };
};

/** Where a read may begin so as to skip dead rows: what was the last id two seconds ago, and once a second the very beginning. */
const makeFloor = (monotonicMs: () => number) => {
  let floors: { readonly rowId: string; readonly atMs: number }[] = [];
  let rowId = '0';
  let readAtZeroMs = -Infinity;
  return {
    read: (): string => {
      const nowMs = monotonicMs();
      const old = floors.findLast(({ atMs }) => nowMs - atMs >= floorLagMs);
      if (old !== undefined) {
        rowId = old.rowId;
        floors = floors.filter(({ atMs }) => atMs > old.atMs);
      }
      if (nowMs - readAtZeroMs < fullReadMs) return rowId;
      readAtZeroMs = nowMs;
      return '0';
    },
    saw: (lastRowId: string): void => {
      const nowMs = monotonicMs();
      if (nowMs - (floors.at(-1)?.atMs ?? -Infinity) >= 100) floors.push({ rowId: lastRowId, atMs: nowMs });
    },
  };
};
