/**
 * What PostgreSQL does for a game's log, as the model and the shared suite see it: two implementations, the SQL functions and
 * their twin in memory.
 */
import type { EventId, GameEvent, GameId, LoggedEvent, PlayerId } from '@bball/engine';
import type { Answer } from '../../src/local-log.ts';

export type Now<T> = T | Promise<T>;

/** An event as the API hands it to the append: its hash, and why it must be held (null: it may go in). */
export type Sealed = { readonly event: GameEvent; readonly hash: string; readonly hold: string | null };

export type AppendCall = {
  readonly gameId: GameId;
  readonly principal: string;
  /** `device`: as it came in. `tray`: held events that a person admits. */
  readonly source: 'device' | 'tray';
  readonly events: readonly Sealed[];
};

export type Appended = { readonly headSeq: number; readonly answers: readonly Answer[] };

/** An append that holds the game's lock. What it does is seen by others once it has committed. */
export type OpenAppend = { readonly commit: () => Now<Appended>; readonly rollback: () => void };

export type Head = {
  readonly lastSeq: number;
  readonly isFinal: boolean;
  readonly statusEventId: EventId | null;
};

export type Held = {
  readonly event: GameEvent;
  readonly code: string;
  readonly state: 'held' | 'admitted' | 'discarded';
};

export type OutboxRow = { readonly rowId: number; readonly gameId: GameId; readonly seq: number };

export type Line = { readonly pts: number | null; readonly tf: number | null };

export type ResultWrite = {
  readonly gameId: GameId;
  readonly revision: number;
  readonly engineVersion: number;
  readonly hash: string;
  readonly snapshot: string;
  readonly summary: {
    readonly status: 'scheduled' | 'live' | 'final';
    readonly homePts: number;
    readonly awayPts: number;
    readonly period: number;
    readonly clockMs: number | null;
    readonly isScoreDisputed: boolean;
  };
  readonly players: ReadonlyMap<PlayerId, Line>;
};

export type StoredResult = Pick<ResultWrite, 'revision' | 'engineVersion' | 'hash' | 'snapshot'>;

export type Final = {
  readonly finalEventId: EventId;
  readonly revision: number;
  readonly homePts: number;
  readonly awayPts: number;
};

export type LogStore = {
  /** null: another append holds the lock; ask again. `before`: what was read when the call arrived, for flaws only. */
  readonly begin: (call: AppendCall, before: Head) => OpenAppend | null;
  readonly head: (gameId: GameId) => Now<Head>;
  /** The log after a seq, in order. */
  readonly read: (gameId: GameId, after: number) => Now<readonly (LoggedEvent & { readonly seq: number })[]>;
  readonly held: (gameId: GameId) => Now<readonly Held[]>;
  readonly discard: (gameId: GameId, ids: readonly EventId[]) => Now<void>;
  /** In the order of `rowId`. */
  readonly outbox: () => Now<readonly OutboxRow[]>;
  readonly remove: (rowIds: readonly number[]) => Now<void>;
  readonly write: (result: ResultWrite) => Now<'written' | 'older' | 'beyond-head'>;
  readonly result: (gameId: GameId) => Now<StoredResult | null>;
  readonly lines: (gameId: GameId) => Now<ReadonlyMap<PlayerId, Line>>;
  readonly finals: (gameId: GameId) => Now<readonly Final[]>;
};
