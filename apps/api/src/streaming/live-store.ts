/**
 * Where the newest state of a game is to be had: folded in memory, else stored. Both are replicas; whoever takes from here compares
 * (`absorb`, L-5).
 */
import type { GameResult, Snapshot } from '@bball/engine';
import type { GameResults, Standing } from '../repositories/game-results.ts';
import type { GameHost } from './game-host.ts';

export type LiveStore = {
  readonly newest: (gameId: string) => Promise<Snapshot | null>;
  /** The stored result, with its stints. */
  readonly result: (gameId: string) => Promise<GameResult | null>;
  readonly standings: (gameIds: readonly string[]) => Promise<readonly Standing[]>;
};

type Deps = {
  readonly host: Pick<GameHost, 'snapshot' | 'result'>;
  readonly results: Pick<GameResults, 'find' | 'standings'>;
};

export const makeLiveStore = ({ host, results }: Deps): LiveStore => {
  const stored = async (gameId: string): Promise<GameResult | null> => {
    const row = await results.find(gameId);
    return row === null ? null : (JSON.parse(row.bytes.toString()) as GameResult);
  };
  return {
    newest: async (gameId) => {
      const inMemory = host.snapshot(gameId);
      if (inMemory !== null) return inMemory;
      const whole = await stored(gameId);
      return whole === null ? null : withoutStints(whole);
    },
    result: async (gameId) => host.result(gameId) ?? (await stored(gameId)),
    standings: (gameIds) => results.standings(gameIds),
  };
};

export const withoutStints = ({ stints, ...snapshot }: GameResult): Snapshot => snapshot;
