/**
 * Hands the log on in order: reads the outbox, passes each game's events to the host, deletes exactly those rows. The only one that
 * does, by a lease; two that both believe to lead would merely repeat themselves (K-1 to K-8).
 * Invariants: a row goes only after what it announces was taken; any failure but that of one game's fold means reading again from
 * the table; a game whose fold fails is parked whole, never one event of it.
 */
import type { NumberedEvent } from '../repositories/game-log.ts';
import type { Outbox, OutboxRow } from '../repositories/outbox.ts';
import type { PublisherLease } from '../repositories/publisher-lease.ts';
import type { Refolds } from '../repositories/refolds.ts';
import { FoldFailed, type GameHost } from './game-host.ts';
import { makeLatch } from './latch.ts';

type Deps = {
  readonly outbox: Outbox;
  readonly refolds: Pick<Refolds, 'due' | 'done' | 'failed' | 'request'>;
  readonly lease: PublisherLease;
  readonly host: Pick<GameHost, 'accept' | 'replay'>;
  /** Others who want the log as it grows (scorers' sockets). */
  readonly onGrown: (gameId: string, events: readonly NumberedEvent[]) => void;
  readonly holder: string;
  /** Alone on its database: the lease of a process that was killed is taken at once. */
  readonly isAlone: boolean;
  /** After a wake-up the table is looked at so much later, for all of it together: where the short cut delivers, there is no hurry. */
  readonly gatherMs: number;
  readonly monotonicMs: () => number;
  readonly onPublished: (fact: { readonly rows: number; readonly games: number }) => void;
  readonly onParked: (gameId: string, error: unknown) => void;
  readonly onTrouble: (error: unknown) => void;
};

const batchRows = 1000;
const pollMs = 250;
const renewMs = 1_000;
/** Shorter than the three seconds of the lease, by our own clock. */
const leaseMs = 2_500;
const troubleMs = 500;
const replaysASecond = 50;
/** Rows below what was seen this long ago are dead, or so late that the next full read finds them. */
const floorLagMs = 2_000;
const fullReadMs = 1_000;

export type OutboxPublisher = ReturnType<typeof makeOutboxPublisher>;

export const makeOutboxPublisher = (deps: Deps) => {
  const { outbox, refolds, lease, host, holder, isAlone, monotonicMs } = deps;
  const latch = makeLatch();
  const parked = new Set<string>();
  const floor = makeFloor(monotonicMs);
  let heldUntilMs = -1;
  let renewedAtMs = -renewMs;
  let replayedAtMs = -Infinity;
  let isRunning = false;
  let loop: Promise<void> = Promise.resolve();

  const leads = async (): Promise<boolean> => {
    const nowMs = monotonicMs();
    if (nowMs - renewedAtMs >= renewMs) {
      renewedAtMs = nowMs;
      heldUntilMs = (await lease.hold(holder)) ? nowMs + leaseMs : -1;
    }
    return nowMs < heldUntilMs;
  };

  const handOn = async (gameId: string, rows: readonly OutboxRow[]): Promise<readonly string[]> => {
    const events = rows.map(({ event }) => event);
    try {
      deps.onGrown(gameId, events);
      await host.accept(gameId, events);
      return rows.map(({ rowId }) => rowId);
    } catch (error) {
      if (!(error instanceof FoldFailed)) throw error;
      await park(gameId, error);
      return [];
    }
  };

  const park = async (gameId: string, error: FoldFailed): Promise<void> => {
    parked.add(gameId);
    deps.onParked(gameId, error);
    await refolds.request(gameId, 'fold-failed');
    await refolds.failed(gameId);
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

  const replayDue = async (): Promise<void> => {
    if (monotonicMs() - replayedAtMs < renewMs) return;
    replayedAtMs = monotonicMs();
    for (const { gameId } of await refolds.due(replaysASecond)) {
      try {
        await host.replay(gameId);
        parked.delete(gameId);
        await refolds.done(gameId);
      } catch (error) {
        if (!(error instanceof FoldFailed)) throw error;
        if (await refolds.failed(gameId)) deps.onParked(gameId, error);
      }
    }
  };

  const run = async (): Promise<void> => {
    while (isRunning) {
      try {
        const isLeader = await leads();
        latch.lower();
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
    start: async (): Promise<void> => {
      if (isAlone) await lease.seize(holder);
      isRunning = true;
      loop = run();
    },
    /** Something was appended: look now. */
    wake: latch.raise,
    isLeading: (): boolean => monotonicMs() < heldUntilMs,
    stop: async (): Promise<void> => {
      isRunning = false;
      latch.raise();
      await loop;
      await lease.free(holder).catch(deps.onTrouble);
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
