/**
 * The in-process host of the engine: what the Flink job is in the other profile. Folded games are a cache; the log in PostgreSQL is
 * the truth, and whatever is missing is read from there.
 * Invariants: a game's events are folded in the order of seq without a gap, each once (J-1, J-2); what is emitted at revision r is
 * the fold of 1..r (I-15); a game whose fold throws is parked alone, the others go on (J-7).
 * Source: protocol.md §8.
 */
import type { Delta, Game, GameId, GameResult, Snapshot } from '@bball/engine';
import type { GameLog, NumberedEvent } from '../repositories/game-log.ts';
import type { Engine } from './engine.ts';
import { GameRefused } from './game-refused.ts';
import { makeTurns } from './turns.ts';

type Hosted = {
  readonly game: Game;
  lastSeq: number;
  /** What the store was told of. */
  movedSeq: number;
  /** Its deltas are being taken one after the other; false: nobody wanted them for a while. */
  isFollowed: boolean;
  emittedAtMs: number;
  timer: NodeJS.Timeout | null;
};

export type Folded = {
  readonly gameId: string;
  readonly revision: number;
  readonly events: number;
  readonly durationMs: number;
};

type Deps = {
  readonly engine: Engine;
  readonly gameLog: Pick<GameLog, 'read'>;
  readonly monotonicMs: () => number;
  /** How many folded games stay in memory. */
  readonly mostGames: number;
  /** Does anybody want the game's deltas just now; else they are not made. */
  readonly isWatched: (gameId: string) => boolean;
  readonly onDelta: (delta: Delta) => void;
  /** The game moved: its result is to be stored, from this handle. */
  readonly onMoved: (gameId: string, game: Game) => void;
  readonly onFolded: (fact: Folded) => void;
};

/** At once, then at most this often a game (J-5). */
const emissionMs = 25;
const pageEvents = 1000;

/** The engine threw on the log of one game: a bug of ours, and never a reason to stop the others. */
export class FoldFailed extends GameRefused {
  constructor(gameId: string, cause: unknown) {
    super(gameId, 'fold-failed', 'the fold of a game failed', cause);
  }
}

export type GameHost = ReturnType<typeof makeGameHost>;

export const makeGameHost = ({
  engine,
  gameLog,
  monotonicMs,
  mostGames,
  isWatched,
  onDelta,
  onMoved,
  onFolded,
}: Deps) => {
  /** Least recently used first. */
  const hosted = new Map<string, Hosted>();
  const turns = makeTurns();

  const emit = (gameId: string, one: Hosted): void => {
    if (one.timer !== null) clearTimeout(one.timer);
    one.timer = null;
    one.emittedAtMs = monotonicMs();
    one.isFollowed = isWatched(gameId);
    const delta = one.isFollowed ? engine.takeDelta(one.game) : null;
    if (delta !== null) onDelta(delta);
    if (one.lastSeq > one.movedSeq || delta !== null) onMoved(gameId, one.game);
    one.movedSeq = one.lastSeq;
  };

  const emitSoon = (gameId: string, one: Hosted): void => {
    if (one.timer !== null) return;
    const waitMs = one.emittedAtMs + emissionMs - monotonicMs();
    if (waitMs <= 0) emit(gameId, one);
    else one.timer = setTimeout(() => emit(gameId, one), waitMs);
  };

  const keep = (gameId: string, one: Hosted): void => {
    hosted.delete(gameId);
    hosted.set(gameId, one);
    for (const [oldest, { timer }] of hosted) {
      if (hosted.size <= mostGames) break;
      if (timer === null && oldest !== gameId) hosted.delete(oldest);
    }
  };

  const fold = (gameId: string, one: Hosted, events: readonly NumberedEvent[]): void => {
    const startedMs = monotonicMs();
    try {
      engine.append(one.game, events);
    } catch (error) {
      drop(gameId);
      throw new FoldFailed(gameId, error);
    }
    one.lastSeq += events.length;
    onFolded({ gameId, revision: one.lastSeq, events: events.length, durationMs: monotonicMs() - startedMs });
  };

  const drop = (gameId: string): void => {
    const one = hosted.get(gameId);
    if (one !== undefined && one.timer !== null) clearTimeout(one.timer);
    hosted.delete(gameId);
  };

  /** Folds what the log has beyond the game. */
  const catchUp = async (gameId: string, one: Hosted): Promise<void> => {
    for (;;) {
      const events = await gameLog.read(gameId, one.lastSeq, pageEvents);
      if (events.length > 0) fold(gameId, one, events);
      if (events.length < pageEvents) return;
    }
  };

  const opened = async (gameId: string): Promise<Hosted> => {
    const known = hosted.get(gameId);
    if (known !== undefined) {
      keep(gameId, known);
      return known;
    }
    const fresh: Hosted = {
      game: engine.openGame(gameId as GameId),
      lastSeq: 0,
      movedSeq: 0,
      isFollowed: false,
      emittedAtMs: 0,
      timer: null,
    };
    await catchUp(gameId, fresh);
    keep(gameId, fresh);
    return fresh;
  };

  return {
    /** Takes events that the outbox handed on: repeats are dropped, a gap is read from the log. */
    accept: (gameId: string, events: readonly NumberedEvent[]): Promise<void> =>
      turns.take(gameId, async () => {
        const one = await opened(gameId);
        const fresh = events.filter(({ seq }) => seq > one.lastSeq);
        if (fresh.length > 0 && fresh[0]?.seq === one.lastSeq + 1 && isUnbroken(fresh)) fold(gameId, one, fresh);
        else if (fresh.length > 0) await catchUp(gameId, one);
        emitSoon(gameId, one);
      }),

    /** Folds the whole log anew and emits the whole result, also if nothing is new (J-4). */
    replay: (gameId: string): Promise<void> =>
      turns.take(gameId, async () => {
        drop(gameId);
        emit(gameId, await opened(gameId));
      }),

    /** The folded game at the head of its log, for reads that no snapshot can answer. */
    game: (gameId: string): Promise<Game> =>
      turns.take(gameId, async () => {
        const one = await opened(gameId);
        await catchUp(gameId, one);
        emitSoon(gameId, one);
        return one.game;
      }),

    /** What is folded in memory now; null: nothing is. */
    snapshot: (gameId: string): Snapshot | null => {
      const one = hosted.get(gameId);
      if (one === undefined) return null;
      // Who begins to watch has everything by this: the next delta goes on from here.
      if (!one.isFollowed && isWatched(gameId)) {
        engine.takeDelta(one.game);
        one.isFollowed = true;
      }
      return engine.snapshot(one.game);
    },

    /** The same, with its stints. */
    result: (gameId: string): GameResult | null => {
      const one = hosted.get(gameId);
      return one === undefined ? null : engine.result(one.game);
    },

    /** Emits what waits for its turn, so that nothing is stored that was not emitted. */
    flush: (gameId: string): void => {
      const one = hosted.get(gameId);
      if (one !== undefined && one.timer !== null) emit(gameId, one);
    },

    /** Emits what waits for its turn, and lets go of everything. */
    stop: (): void => {
      for (const [gameId, one] of hosted) if (one.timer !== null) emit(gameId, one);
      hosted.clear();
    },
  };
};

const isUnbroken = (events: readonly NumberedEvent[]): boolean =>
  events.every(({ seq }, index) => index === 0 || seq === events[index - 1]!.seq + 1);
