/**
 * The live view over Socket.IO, at path `/socket.io`. A viewer asks once with `watch` and is always answered; what follows are
 * deltas of absolute values, and a pulse that tells when one was lost.
 * Invariants: no message holds a name (P7); no message is larger than 64 KiB on its way in.
 * Source: protocol.md §10 (L-1 to L-13), access.md §4.
 */
import { z } from 'zod';
import { clockMs, count, deviceId, gameId, moment, period } from '../events/fields.ts';
import { loggedEvent } from '../rest/events.ts';
import { delta } from '../rest/snapshot.ts';

export const socketPath = '/socket.io';

export const socketLimits = {
  messageBytes: 64 * 1024,
  messagesPerSecond: 20,
  socketsPerSession: 5,
  socketsPerAddress: 1000,
  gamesPerSocket: 20,
  /** More waiting than this and nothing is queued any more: the newest state is sent on drain (L-6). */
  waitingPackets: 64,
  waitingBytes: 256 * 1024,
  pulseMs: 5000,
  pulseSpreadMs: 1000,
} as const;

/** What the socket's handshake carries; without a token the audience is the public. */
export const handshake = z.object({ token: z.string().max(4096).nullish() });

export const liveAudience = z.enum(['everyone', 'staff']);

const at = { gameId, revision: count, engineVersion: count };

export const watch = z.strictObject(at).meta({ id: 'Watch' });
export type Watch = z.infer<typeof watch>;

export const watching = z
  .strictObject({
    gameId,
    audience: liveAudience,
    cardVersion: count,
    headSeq: count,
    /** Deltas that chain from the asked revision (none: nothing is new), or the whole state. Both null: nothing is there yet. */
    deltas: z.array(delta).nullable(),
    snapshot: delta.nullable(),
  })
  .meta({ id: 'Watching' });
export type Watching = z.infer<typeof watching>;

/** The other answer to `watch`: not now (`room-is-full`: poll over HTTP instead), or not at all. */
export const watchRefused = z
  .strictObject({
    gameId,
    code: z.enum(['game-not-found', 'room-is-full', 'too-many-games', 'message-malformed']),
    pollMs: count.nullable(),
  })
  .meta({ id: 'WatchRefused' });
export type WatchRefused = z.infer<typeof watchRefused>;

/** The right to watch, or the session, is over: drop state and card, and ask anew what may be seen now (L-12). */
export const watchEnded = z
  .strictObject({ gameId, code: z.enum(['access-changed', 'session-expired']) })
  .meta({ id: 'WatchEnded' });
export type WatchEnded = z.infer<typeof watchEnded>;

export const unwatch = z.strictObject({ gameId }).meta({ id: 'Unwatch' });

export const pulse = z
  .strictObject({ ...at, headSeq: count, checksum: z.int().min(0) })
  .meta({ id: 'Pulse', description: '`checksum`: 53 bits over the audience’s projection' });
export type Pulse = z.infer<typeof pulse>;

/** From the pad of a scorer, without `serverAt`; passed on to everyone with it. Ephemeral: no statistic needs it. */
export const clockSaid = z.strictObject({ gameId, period, clockMs: clockMs.unwrap(), isRunning: z.boolean() });
export const clock = clockSaid.extend({ serverAt: moment }).meta({ id: 'Clock' });
export type Clock = z.infer<typeof clock>;

export const logGrew = z
  .strictObject({ gameId, fromSeq: count, events: z.array(loggedEvent), headSeq: count })
  .meta({ id: 'LogGrew', description: 'To scorers only; where it does not join the own prefix: GET' });
export type LogGrew = z.infer<typeof logGrew>;

/** What a scorer's device says of itself, each few seconds and when it changes. */
export const presenceSaid = z.strictObject({
  gameId,
  deviceId,
  role: z.enum(['scorer', 'mirror']),
  pendingCount: count.max(100_000),
});
export const presence = z
  .strictObject({
    gameId,
    scorers: z.array(
      z.strictObject({ deviceId, role: z.enum(['scorer', 'mirror']), pendingCount: count, seenAt: moment }),
    ),
  })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof presence>;

export const cardChanged = z.strictObject({ gameId, cardVersion: count }).meta({ id: 'CardChanged' });
export type CardChanged = z.infer<typeof cardChanged>;

export const leaving = z.strictObject({ reconnectInMs: count }).meta({ id: 'Leaving' });

export const renew = z.strictObject({ accessToken: z.string().max(4096) });
export const renewed = z.strictObject({ ok: z.boolean() });

/** What a client sends, by name. `watch` and `renew` are acknowledged. */
export const fromClient = { watch, unwatch, renew, clock: clockSaid, presence: presenceSaid } as const;

/** What the server sends, by name; `watching` and `watch-refused` as the answer to `watch`. */
export const fromServer = {
  watching,
  'watch-refused': watchRefused,
  delta,
  snapshot: delta,
  pulse,
  clock,
  'log-grew': logGrew,
  presence,
  'card-changed': cardChanged,
  'watch-ended': watchEnded,
  leaving,
} as const;

type Messages = { readonly [Name in keyof typeof fromServer]: z.infer<(typeof fromServer)[Name]> };

/** The map of listeners, as Socket.IO's types want it. */
export type ServerToClient = {
  readonly [Name in Exclude<keyof Messages, 'watching' | 'watch-refused'>]: (message: Messages[Name]) => void;
};
export type ClientToServer = {
  readonly watch: (message: Watch, answer: (answer: Watching | WatchRefused) => void) => void;
  readonly unwatch: (message: z.infer<typeof unwatch>) => void;
  readonly renew: (message: z.infer<typeof renew>, answer: (outcome: z.infer<typeof renewed>) => void) => void;
  readonly clock: (message: z.infer<typeof clockSaid>) => void;
  readonly presence: (message: z.infer<typeof presenceSaid>) => void;
};
