/** The public HTTP door of the live state, with a cache in between that in bad times answers with anything it ever had. */
import type { Delta, GameId, Snapshot } from '@bball/engine';
import { deltaFor } from '../../src/audience.ts';
import { isNewer, wholeDelta } from '../../src/merge.ts';
import type { World } from './world.ts';

type Cached = { readonly delta: Delta; readonly atMs: number };

export type Cdn = Map<GameId, Cached[]>;

const fromOrigin = async (world: World, gameId: GameId): Promise<Delta | null> => {
  const process = world.random.pick(world.processes);
  if (process === undefined) return null;
  const state = process.windows.get(gameId)?.state ?? null;
  const result = await world.store.result(gameId);
  const isStoredNewer = result !== null && (state === null || isNewer(result, state));
  const snapshot = isStoredNewer ? (JSON.parse(result.snapshot) as Snapshot) : state;
  return snapshot === null ? null : deltaFor('everyone', wholeDelta(snapshot));
};

/** `atLeast` has a cache key of its own: the origin answers that or nothing (L-8). */
export const httpSnapshot = async (world: World, gameId: GameId, atLeast: number | null): Promise<Delta | null> => {
  const cached = world.cdn.get(gameId) ?? [];
  const isStale = world.isFaulty && cached.length > 0 && world.random.isChance(0.3);
  if (atLeast === null && isStale) return world.random.pick(cached).delta;
  const last = cached.at(-1);
  if (atLeast === null && last !== undefined && world.nowMs - last.atMs < 2_000) return last.delta;
  const delta = await fromOrigin(world, gameId);
  if (delta === null || delta.revision < (atLeast ?? 0)) return null;
  world.cdn.set(gameId, [...cached, { delta, atMs: world.nowMs }]);
  return delta;
};
