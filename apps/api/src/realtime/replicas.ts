/**
 * What this process knows of the games that are watched here: per game the newest state and the deltas that led there, itself a replica by
 * `absorb`. Holes are filled from the store: on a gap, on first watch, and before each pulse (L-3).
 * Invariants: a game's state never falls back (I-20); one load of a game at a time, at most eight in all (L-10).
 */
import type { Delta, Snapshot } from '@bball/engine';
import { emptyWindow, isNewer, type ReplayWindow, remember, wholeDelta } from '@bball/sync';
import type { Standing } from '../repositories/game-results.ts';
import type { LiveStore } from '../streaming/live-store.ts';
import { makeGate } from './gate.ts';

type Replica = { window: ReplayWindow; headSeq: number; loading: Promise<void> | null; isFresh: boolean };

type Deps = {
  readonly store: Pick<LiveStore, 'newest' | 'standings'>;
  readonly nowMs: () => number;
  /** The game moved by this delta (or snapshot): pass it on to the room. */
  readonly onMoved: (delta: Delta) => void;
  readonly onTrouble: (error: unknown) => void;
};

const loadsAtOnce = 8;
const retryMs = 200;

export type Replicas = ReturnType<typeof makeReplicas>;

export const makeReplicas = ({ store, nowMs, onMoved, onTrouble }: Deps) => {
  const replicas = new Map<string, Replica>();
  const gate = makeGate(loadsAtOnce);

  const absorbInto = (replica: Replica, delta: Delta): 'applied' | 'repeat' | 'gap' => {
    const { outcome, window } = remember(replica.window, delta, nowMs());
    replica.window = window;
    replica.headSeq = Math.max(replica.headSeq, delta.revision);
    if (outcome === 'applied') onMoved(delta);
    return outcome;
  };

  const load = (gameId: string, replica: Replica): Promise<void> => {
    replica.loading ??= gate
      .pass(() => Promise.all([store.newest(gameId), store.standings([gameId])]))
      .then(([snapshot, [standing]]) => {
        replica.isFresh = true;
        replica.headSeq = Math.max(replica.headSeq, standing?.headSeq ?? 0);
        if (snapshot !== null) absorbInto(replica, wholeDelta(snapshot));
      })
      .finally(() => {
        replica.loading = null;
      });
    return replica.loading;
  };

  /** The store may lag behind the delta that showed the gap: again until it joined. */
  const fill = async (gameId: string, replica: Replica, missed: Delta): Promise<void> => {
    while (replicas.get(gameId) === replica) {
      await load(gameId, replica);
      const { state } = replica.window;
      if (state !== null && !isNewer(missed, state)) return;
      if (absorbInto(replica, missed) !== 'gap') return;
      await new Promise((done) => setTimeout(done, retryMs));
    }
  };

  return {
    /** A delta came along; of a game that nobody watches here it is dropped. */
    take: (delta: Delta): void => {
      const replica = replicas.get(delta.gameId);
      if (replica === undefined) return;
      if (absorbInto(replica, delta) === 'gap') fill(delta.gameId, replica, delta).catch(onTrouble);
    },

    grew: (gameId: string, headSeq: number): void => {
      const replica = replicas.get(gameId);
      if (replica !== undefined) replica.headSeq = Math.max(replica.headSeq, headSeq);
    },

    /** Begins to follow a game: from this call on its deltas are taken, so that none falls between room and answer (L-1). */
    open: async (gameId: string): Promise<ReplayWindow> => {
      const known = replicas.get(gameId);
      const replica = known ?? { window: emptyWindow, headSeq: 0, loading: null, isFresh: false };
      replicas.set(gameId, replica);
      if (!replica.isFresh) await load(gameId, replica);
      return replica.window;
    },

    close: (gameId: string): void => {
      replicas.delete(gameId);
    },

    isOpen: (gameId: string): boolean => replicas.has(gameId),

    watched: (): readonly string[] => [...replicas.keys()],

    state: (gameId: string): Snapshot | null => replicas.get(gameId)?.window.state ?? null,

    window: (gameId: string): ReplayWindow => replicas.get(gameId)?.window ?? emptyWindow,

    headSeq: (gameId: string): number => replicas.get(gameId)?.headSeq ?? 0,

    /** Compares with the store, one query for all watched games, and fetches what is newer there. */
    compare: async (): Promise<void> => {
      const standings = await store.standings([...replicas.keys()]);
      const behind = standings.filter((standing) => isBehind(replicas.get(standing.gameId), standing));
      for (const { gameId, headSeq } of standings) {
        const replica = replicas.get(gameId);
        if (replica !== undefined) replica.headSeq = Math.max(replica.headSeq, headSeq);
      }
      await Promise.all(
        behind.map(({ gameId }) => {
          const replica = replicas.get(gameId);
          return replica === undefined ? null : load(gameId, replica);
        }),
      );
    },
  };
};

const isBehind = (replica: Replica | undefined, standing: Standing): boolean => {
  if (replica === undefined || standing.revision === 0) return false;
  const { state } = replica.window;
  return state === null || isNewer(standing, state);
};
