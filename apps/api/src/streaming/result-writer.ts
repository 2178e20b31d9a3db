/**
 * Stores whole results: the newest per game, coalesced, with their canonical bytes and hash (W-2).
 * Invariants: one write of a game at a time; what moved is written in the end, or the sweep finds it (K-9). A store that is down
 * costs only latency.
 */
import { canonicalJson, type Game, type GameResult } from '@bball/engine';
import type { GameResults, WriteOutcome } from '../repositories/game-results.ts';

type Pending = { game: Game; timer: NodeJS.Timeout | null; isRunning: boolean; intervalMs: number; isDirty: boolean };

type Deps = {
  readonly results: Pick<GameResults, 'write'>;
  /** The result to store; emits what waits first, so that no stored state is ahead of what viewers were sent. */
  readonly result: (gameId: string, game: Game) => GameResult;
  readonly sha256: (bytes: Buffer) => string;
  readonly monotonicMs: () => number;
  readonly onWritten: (fact: {
    readonly gameId: string;
    readonly revision: number;
    readonly outcome: WriteOutcome;
  }) => void;
  readonly onFailed: (gameId: string, error: unknown) => void;
};

const shortestMs = 100;
/** Of the time of one core, at most a tenth goes into storing one game. */
const shareOfTime = 10;
const afterFailureMs = 2_000;

export type ResultWriter = ReturnType<typeof makeResultWriter>;

export const makeResultWriter = ({ results, result, sha256, monotonicMs, onWritten, onFailed }: Deps) => {
  const pending = new Map<string, Pending>();
  let isStopping = false;

  const schedule = (gameId: string, one: Pending, waitMs: number): void => {
    one.timer ??= setTimeout(() => {
      one.timer = null;
      void write(gameId, one);
    }, waitMs);
  };

  const write = async (gameId: string, one: Pending): Promise<void> => {
    one.isRunning = true;
    const startedMs = monotonicMs();
    try {
      const whole = result(gameId, one.game);
      one.isDirty = false;
      const bytes = Buffer.from(canonicalJson(whole));
      const encodedMs = monotonicMs() - startedMs;
      const outcome = await results.write(whole, bytes, sha256(bytes));
      one.intervalMs = Math.max(shortestMs, encodedMs * shareOfTime);
      onWritten({ gameId, revision: whole.revision, outcome });
    } catch (error) {
      one.isDirty = true;
      one.intervalMs = afterFailureMs;
      onFailed(gameId, error);
    }
    one.isRunning = false;
    if (one.isDirty && !isStopping) schedule(gameId, one, one.intervalMs);
    else if (!one.isDirty) pending.delete(gameId);
  };

  return {
    /** The game moved; the state at the time of the write is what is stored. */
    moved: (gameId: string, game: Game): void => {
      const known = pending.get(gameId);
      const one = known ?? { game, timer: null, isRunning: false, intervalMs: shortestMs, isDirty: true };
      one.game = game;
      one.isDirty = true;
      pending.set(gameId, one);
      if (!one.isRunning) schedule(gameId, one, one.intervalMs);
    },

    /** Writes everything that waits. */
    stop: async (): Promise<void> => {
      isStopping = true;
      for (const [gameId, one] of [...pending]) {
        if (one.timer !== null) clearTimeout(one.timer);
        one.timer = null;
        if (!one.isRunning && one.isDirty) await write(gameId, one);
      }
    },
  };
};
