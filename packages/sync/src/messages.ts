/**
 * What comes over the live socket to who watches a game, as the viewer's machine takes it. The wire's schemas are the
 * contracts'; the app hands each message on under its name.
 * Source: protocol.md §10.
 */
import type { Delta, DeviceId, GameId, IsoInstant } from '@bball/engine';
import type { LiveAudience } from './audience.ts';

/** The answer to a `watch`: one of `deltas` and `snapshot`, or neither when there is nothing yet. */
export type Watching = {
  readonly type: 'watching';
  /** The number of the question it answers. */
  readonly question: number;
  readonly gameId: GameId;
  readonly audience: LiveAudience;
  readonly cardVersion: number;
  readonly headSeq: number;
  readonly deltas: readonly Delta[] | null;
  readonly snapshot: Delta | null;
};

export type Pulse = {
  readonly type: 'pulse';
  readonly gameId: GameId;
  /** 0: the server has no state of this game yet. */
  readonly revision: number;
  readonly engineVersion: number;
  readonly headSeq: number;
  /** Of the audience's projection (`checksumOf`). */
  readonly checksum: number;
};

/** The game clock as the pad has it; ephemeral. */
export type ClockSaid = {
  readonly type: 'clock';
  readonly gameId: GameId;
  readonly period: number;
  readonly clockMs: number;
  readonly isRunning: boolean;
  readonly serverAt: IsoInstant;
};

export type ScorerSeen = {
  readonly deviceId: DeviceId;
  readonly role: string;
  readonly pendingCount: number;
  readonly seenAt: IsoInstant;
};

export type ViewerMessage =
  | Watching
  | { readonly type: 'delta' | 'snapshot'; readonly delta: Delta }
  | Pulse
  | ClockSaid
  | { readonly type: 'presence'; readonly gameId: GameId; readonly scorers: readonly ScorerSeen[] }
  | { readonly type: 'card-changed'; readonly gameId: GameId; readonly cardVersion: number }
  | { readonly type: 'watch-ended'; readonly gameId: GameId; readonly code: string }
  /** The other answer to a `watch`: not now (`room-is-full`: read over HTTP each `pollMs`), or not at all. */
  | { readonly type: 'watch-refused'; readonly gameId: GameId; readonly code: string; readonly pollMs: number | null }
  | { readonly type: 'leaving'; readonly reconnectInMs: number };
