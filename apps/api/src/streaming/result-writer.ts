/**
 * Stores whole results: the newest per game, coalesced, with their canonical bytes and hash (W-2).
 * Invariants: one write at a time; what moved is written in the end, or the sweep finds it (K-9). A store that is down costs only
 * latency, and a thousand games only a part of one core: the more there is to write, the rarer each game is written.
 */
import { canonicalJson, type Game, type GameResult, type SeasonLines } from '@bball/engine';
import type { GameResults, WriteOutcome } from '../repositories/game-results.ts';

/** A result, and what the same state of the game gives to its season. */
export type Whole = { readonly result: GameResult; readonly seasonLines: SeasonLines | null };

type Moved = { game: Game; notBeforeMs: number };

type Deps = {
  readonly results: Pick<GameResults, 'write'>;
  /** The result to store; emits what waits first, so that no stored state is ahead of what viewers were sent. */
  readonly whole: (gameId: string, game: Game) => Whole;
  readonly sha256: (bytes: Buffer) => string;
  readonly monotonicMs: () => number;
  readonly onWritten: (whole: Whole, outcome: WriteOutcome) => void;
  readonly onFailed: (gameId: string, error: unknown) => void;
};

/** A game is written at most this often. */
const shortestMs = 100;
/** After a write, so many times its own length is left to others. */
const restShare = 9;
const afterFailureMs = 2_000;

export type ResultWriter = ReturnType<typeof makeResultWriter>;

export const makeResultWriter = ({ results, whole, sha256, monotonicMs, onWritten, onFailed }: Deps) => {
  /** Games whose stored result is behind, longest first. */
  const behind = new Map<string, Moved>();
  const writtenAtMs = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let restUntilMs = 0;
  let isStopping = false;

  const next = (): [string, Moved] | undefined => {
    const nowMs = monotonicMs();
    for (const entry of behind) if (entry[1].notBeforeMs <= nowMs) return entry;
    return undefined;
  };

  const write = async (gameId: string, moved: Moved): Promise<void> => {
    const startedMs = monotonicMs();
    try {
      const folded = whole(gameId, moved.game);
      behind.delete(gameId);
      const bytes = Buffer.from(canonicalJson(folded.result));
      const outcome = await results.write(folded.result, bytes, sha256(bytes));
      writtenAtMs.set(gameId, monotonicMs());
      onWritten(folded, outcome);
    } catch (error) {
      const known = behind.get(gameId);
      behind.set(gameId, { game: known?.game ?? moved.game, notBeforeMs: monotonicMs() + afterFailureMs });
      onFailed(gameId, error);
    }
    restUntilMs = monotonicMs() + (monotonicMs() - startedMs) * restShare;
  };

  const wake = (): void => {
    if (isStopping || running !== null || timer !== null || behind.size === 0) return;
    const earliestMs = Math.min(...[...behind.values()].map(({ notBeforeMs }) => notBeforeMs));
    const waitMs = Math.max(0, Math.max(restUntilMs, earliestMs) - monotonicMs());
    timer = setTimeout(() => {
      timer = null;
      const due = next();
      running = (due === undefined ? Promise.resolve() : write(...due)).then(() => {
        running = null;
        wake();
      });
    }, waitMs);
  };

  return {
    /** The game moved; the state at the time of the write is what is stored. */
    moved: (gameId: string, game: Game): void => {
      const known = behind.get(gameId);
      if (known !== undefined) {
        known.game = game;
        return;
      }
      const lastMs = writtenAtMs.get(gameId);
      writtenAtMs.delete(gameId);
      behind.set(gameId, { game, notBeforeMs: lastMs === undefined ? 0 : lastMs + shortestMs });
      if (writtenAtMs.size > 1000) writtenAtMs.clear();
      wake();
    },

    /** Writes everything that waits. */
    stop: async (): Promise<void> => {
      isStopping = true;
      if (timer !== null) clearTimeout(timer);
      await running;
      for (const [gameId, moved] of [...behind]) await write(gameId, moved);
    },
  };
};
