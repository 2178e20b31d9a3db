/**
 * A delta goes to the rooms of its game: projected and encoded once per audience, whoever many watch (L-7, L-11).
 * Invariants: every audience gets every delta, an empty one too; a socket that cannot keep up gets nothing more until it drained,
 * then what brings it to the newest state (L-6).
 */
import type { Delta } from '@bball/engine';
import { coalesce, deltaFor, isWhole, type LiveAudience, type Revision, replayFor, replayFrom } from '@bball/sync';
import type { Replicas } from './replicas.ts';
import { isSlow } from './slow-socket.ts';
import { countIn, type LiveServer, type LiveSocket, liveAudiences, roomOf, socketsIn } from './socket.ts';

type Deps = {
  readonly io: LiveServer;
  readonly replicas: Pick<Replicas, 'window'>;
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
  readonly onFannedOut: (fact: { readonly sockets: number; readonly durationMs: number }) => void;
};

/** Rooms above this size get one interval delta each half second. */
const bigRoom = 2000;
const bigRoomMs = 500;

export type FanOut = ReturnType<typeof makeFanOut>;

export const makeFanOut = ({ io, replicas, nowMs, monotonicMs, onFannedOut }: Deps) => {
  const waiting = new Map<string, Delta[]>();
  /** Sockets that are left out, by room, with the revision they have. */
  const slow = new Map<string, Map<string, Revision>>();

  const send = (room: string, delta: Delta): void => {
    const startedMs = monotonicMs();
    setAsideSlow(room, delta);
    const sockets = countIn(io, room);
    if (sockets === 0) return;
    io.to(room).emit(isWhole(delta) ? 'snapshot' : 'delta', wired(delta));
    onFannedOut({ sockets, durationMs: monotonicMs() - startedMs });
  };

  const setAsideSlow = (room: string, next: Delta): void => {
    for (const socket of socketsIn(io, room)) {
      if (!isSlow(socket)) continue;
      socket.leave(room);
      const aside = slow.get(room) ?? new Map<string, Revision>();
      slow.set(room, aside);
      aside.set(socket.id, { revision: next.previousRevision, engineVersion: next.engineVersion });
      socket.conn.once('drain', () => catchUp(socket, room));
      socket.once('disconnect', () => forget(socket.id, room));
    }
  };

  const forget = (socketId: string, room: string): Revision | null => {
    const aside = slow.get(room);
    const at = aside?.get(socketId) ?? null;
    aside?.delete(socketId);
    if (aside?.size === 0) slow.delete(room);
    return at;
  };

  const catchUp = (socket: LiveSocket, room: string): void => {
    const at = forget(socket.id, room);
    if (at === null || !socket.connected) return;
    const [gameId, watched] =
      [...socket.data.watches].find(([id, { audience }]) => roomOf(id, audience) === room) ?? [];
    if (gameId === undefined || watched === undefined) return;
    const replay = replayFor(watched.audience, replayFrom(replicas.window(gameId), at, nowMs()));
    if (replay.kind === 'snapshot') socket.emit('snapshot', wired(replay.snapshot));
    const whole = replay.kind === 'deltas' ? coalesce(replay.deltas) : null;
    if (whole !== null) socket.emit('delta', wired(whole));
    socket.join(room);
  };

  const batch = (gameId: string, audience: LiveAudience, delta: Delta): void => {
    const room = roomOf(gameId, audience);
    const known = waiting.get(room);
    if (known !== undefined) {
      known.push(delta);
      return;
    }
    waiting.set(room, [delta]);
    setTimeout(() => {
      const deltas = waiting.get(room) ?? [];
      waiting.delete(room);
      const whole = coalesce(deltas);
      if (whole !== null) send(room, whole);
      else for (const one of deltas) send(room, one);
    }, bigRoomMs);
  };

  return {
    deliver: (delta: Delta): void => {
      for (const audience of liveAudiences) {
        const room = roomOf(delta.gameId, audience);
        const sockets = countIn(io, room);
        if (sockets === 0) continue;
        const projected = deltaFor(audience, delta);
        if (sockets > bigRoom || waiting.has(room)) batch(delta.gameId, audience, projected);
        else send(room, projected);
      }
    },
  };
};

/** The engine's types are the wire's; zod's own say `readonly` less often. */
const wired = <Message>(delta: Delta): Message => delta as unknown as Message;
