/**
 * Merging what comes over a wire into a state, with four outcomes and nothing else.
 * Invariants: a delta (a, b] applied to any state r with a ≤ r < b of its engine version gives the state b (I-18); a state
 * never falls back to an older (revision, engineVersion) (I-20); never a mixture of two engines (I-15).
 * Source: protocol.md §10, W-1, L-4, L-5, PD-12, PD-14.
 */
import type { Delta, GameState, Snapshot } from '@bball/engine';

/** Where a state of a game stands: which events are folded, by which engine. */
export type Revision = { readonly revision: number; readonly engineVersion: number };

/** The one comparison of results, everywhere: revision first, then engine version (W-1). */
export const isNewer = (a: Revision, b: Revision): boolean =>
  a.revision > b.revision || (a.revision === b.revision && a.engineVersion > b.engineVersion);

/**
 * `applied`: the state moved. `repeat`: nothing new, drop it. `gap`: something between is missing, or another engine made it:
 * keep the state and ask.
 */
export type Absorbed =
  | { readonly outcome: 'applied'; readonly state: Snapshot }
  | { readonly outcome: 'repeat' | 'gap'; readonly state: Snapshot | null };

/** A snapshot as the delta that replaces everything: what the wire carries. */
export const wholeDelta = (snapshot: Snapshot): Delta => ({
  gameId: snapshot.gameId,
  revision: snapshot.revision,
  previousRevision: 0,
  engineVersion: snapshot.engineVersion,
  game: snapshot.game,
  teams: snapshot.teams,
  players: snapshot.players,
  plays: snapshot.plays,
  flags: snapshot.flags,
});

export const isWhole = (delta: Delta): boolean => delta.previousRevision === 0;

const withoutRemoved = <K extends string, V>(values: Readonly<Record<K, V | null>>): Record<K, V> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Record<K, V>;

const overlaid = <K extends string, V>(under: Readonly<Record<K, V>>, over: Readonly<Record<K, V | null>>) => {
  const keys = Object.keys(over) as K[];
  if (keys.length === 0) return under;
  const merged: Record<K, V> = { ...under };
  for (const key of keys) {
    const value = over[key];
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return merged as Readonly<Record<K, V>>;
};

/** The snapshot inside a delta with `previousRevision` 0. */
export const snapshotIn = (whole: Delta): Snapshot => ({
  gameId: whole.gameId,
  revision: whole.revision,
  engineVersion: whole.engineVersion,
  game: whole.game as GameState,
  teams: whole.teams,
  players: withoutRemoved(whole.players),
  plays: withoutRemoved(whole.plays),
  flags: withoutRemoved(whole.flags),
});

const apply = (state: Snapshot, delta: Delta): Snapshot => ({
  gameId: state.gameId,
  revision: delta.revision,
  engineVersion: delta.engineVersion,
  game: Object.keys(delta.game).length === 0 ? state.game : { ...state.game, ...delta.game },
  teams: overlaid(state.teams, delta.teams),
  players: overlaid(state.players, delta.players),
  plays: overlaid(state.plays, delta.plays),
  flags: overlaid(state.flags, delta.flags),
});

/** Takes a delta or a snapshot, whoever sent it: socket, HTTP, cache, store, another process. */
export const absorb = (state: Snapshot | null, delta: Delta): Absorbed => {
  if (isWhole(delta)) {
    return state === null || isNewer(delta, state)
      ? { outcome: 'applied', state: snapshotIn(delta) }
      : { outcome: 'repeat', state };
  }
  if (state === null) return { outcome: 'gap', state };
  if (delta.revision <= state.revision) return { outcome: 'repeat', state };
  if (delta.previousRevision > state.revision) return { outcome: 'gap', state };
  if (delta.engineVersion !== state.engineVersion) return { outcome: 'gap', state };
  return { outcome: 'applied', state: apply(state, delta) };
};

const joined = (first: Delta, next: Delta): Delta | null => {
  if (isWhole(next)) return isNewer(next, first) ? next : first;
  if (next.engineVersion !== first.engineVersion || next.previousRevision > first.revision) return null;
  if (next.revision <= first.revision) return first;
  if (isWhole(first)) return wholeDelta(apply(snapshotIn(first), next));
  return {
    gameId: first.gameId,
    revision: next.revision,
    previousRevision: Math.min(first.previousRevision, next.previousRevision),
    engineVersion: first.engineVersion,
    game: { ...first.game, ...next.game },
    teams: { ...first.teams, ...next.teams },
    players: { ...first.players, ...next.players },
    plays: { ...first.plays, ...next.plays },
    flags: { ...first.flags, ...next.flags },
  };
};

/**
 * One delta for several that follow one another: the union of their keys, the later value of each. null: there are none, or
 * they do not chain (then only a snapshot helps).
 */
export const coalesce = (deltas: readonly Delta[]): Delta | null => {
  const [first, ...rest] = deltas;
  return rest.reduce<Delta | null>((whole, next) => (whole === null ? null : joined(whole, next)), first ?? null);
};
