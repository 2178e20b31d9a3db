/**
 * Made-up histories of a live state: what changed at each revision, the state at each revision, and the delta of any interval
 * by the definition of J-5. They know no basketball: a small number stands where a line or a play would.
 */
import type { Delta, GameId, GameState, Snapshot } from '@bball/engine';
import fc from 'fast-check';

type Made = { readonly made: number };

type Step = {
  readonly game: Readonly<Record<string, number>>;
  readonly players: Readonly<Record<string, Made | null>>;
  readonly plays: Readonly<Record<string, Made | null>>;
  readonly flags: Readonly<Record<string, Made | null>>;
};

export type History = {
  readonly head: number;
  readonly stateAt: (revision: number) => Snapshot;
  /** Every key touched in (from, to], with its value at `to`; null where it is gone. */
  readonly delta: (from: number, to: number) => Delta;
};

const few = <T>(letters: string, value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...letters), value, { maxKeys: 3, noNullPrototype: true });

const made: fc.Arbitrary<Made> = fc.record({ made: fc.nat(9) }, { noNullPrototype: true });

const step: fc.Arbitrary<Step> = fc.record({
  game: few('gh', fc.nat(9)),
  players: few('pqr', fc.option(made)),
  plays: few('abcd', fc.option(made, { freq: 2 })),
  flags: few('xy', fc.option(made)),
});

const over = (under: object, changes: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries({ ...under, ...changes }).filter(([, value]) => value !== null));

const empty = (engineVersion: number): Snapshot => ({
  gameId: 'game' as GameId,
  revision: 0,
  engineVersion,
  game: { g: 0, h: 0 } as unknown as GameState,
  teams: {},
  players: {},
  plays: {},
  flags: {},
});

const nextState = (state: Snapshot, { game, players, plays, flags }: Step): Snapshot =>
  ({
    ...state,
    revision: state.revision + 1,
    game: over(state.game, game),
    players: over(state.players, players),
    plays: over(state.plays, plays),
    flags: over(state.flags, flags),
  }) as Snapshot;

const touched = (steps: readonly Step[], part: 'game' | 'players' | 'plays' | 'flags', state: Snapshot) => {
  const keys = new Set(steps.flatMap((one) => Object.keys(one[part])));
  const values = state[part] as unknown as Record<string, unknown>;
  return Object.fromEntries([...keys].map((key) => [key, values[key] ?? null]));
};

const historyOf = (steps: readonly Step[], engineVersion: number): History => {
  const states = [empty(engineVersion)];
  for (const one of steps) states.push(nextState(states.at(-1) as Snapshot, one));
  return {
    head: steps.length,
    stateAt: (revision) => states[revision] as Snapshot,
    delta: (from, to) => {
      const state = states[to] as Snapshot;
      const part = (name: 'game' | 'players' | 'plays' | 'flags') => touched(steps.slice(from, to), name, state);
      const { gameId } = state;
      const changes = {
        game: part('game'),
        teams: {},
        players: part('players'),
        plays: part('plays'),
        flags: part('flags'),
      };
      return { gameId, revision: to, previousRevision: from, engineVersion, ...changes } as Delta;
    },
  };
};

export const anyHistory = (engineVersion = 1, minLength = 2): fc.Arbitrary<History> =>
  fc.array(step, { minLength, maxLength: 14 }).map((steps) => historyOf(steps, engineVersion));

/** Cuts 1..head into consecutive intervals. */
export const anyCuts = (head: number, first = 1): fc.Arbitrary<readonly (readonly [number, number])[]> =>
  fc.subarray(Array.from({ length: Math.max(0, head - first) }, (_, i) => first + 1 + i)).map((inner) => {
    const ends = [...new Set([first, ...inner, head])];
    return ends.slice(1).map((end, i) => [ends[i] as number, end] as const);
  });
