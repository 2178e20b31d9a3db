/**
 * Joining and leaving games. A `watch` is always answered, also when there is nothing yet.
 * Invariants: the room is joined before the answer is made, so that no delta falls between (L-1); what a socket may see is decided at
 * the watch and again whenever rights may have changed (L-12).
 */
import {
  socketLimits,
  type Watch,
  type WatchEnded,
  type Watching,
  type WatchRefused,
  watch as watchSchema,
} from '@bball/contracts';
import type { GameId } from '@bball/engine';
import { replayFor, replayFrom } from '@bball/sync';
import type { Actor } from '../policies/actor.ts';
import type { Replicas } from './replicas.ts';
import { isSlow } from './slow-socket.ts';
import { type LiveSocket, roomOf, scorersRoomOf, type Watched } from './socket.ts';

/** What a person may see of a game that they may watch. */
export type Seen = Watched & { readonly cardVersion: number };

/** Null: no such game, or none that this actor sees. */
export type Judge = (actor: Actor, gameId: string) => Promise<Seen | null>;

type Deps = {
  readonly judge: Judge;
  readonly replicas: Pick<Replicas, 'open' | 'close' | 'headSeq'>;
  /** The version of the card that a viewer was told. */
  readonly onTold: (gameId: string, cardVersion: number) => void;
  readonly nowMs: () => number;
  /** What this process can carry (L-7). */
  readonly mostWatches: number;
};

/** How often to read over HTTP instead. */
const pollMs = 2_000;

export type WatchingRoom = ReturnType<typeof makeWatching>;

export const makeWatching = ({ judge, replicas, onTold, nowMs, mostWatches }: Deps) => {
  let watches = 0;
  const watchers = new Map<string, Set<string>>();

  const enter = (socket: LiveSocket, gameId: string, { audience, isScorer }: Watched): void => {
    leaveRooms(socket, gameId);
    if (!socket.data.watches.has(gameId)) watches += 1;
    socket.data.watches.set(gameId, { audience, isScorer });
    watchers.set(gameId, (watchers.get(gameId) ?? new Set()).add(socket.id));
    socket.join([roomOf(gameId, audience), ...(isScorer ? [scorersRoomOf(gameId)] : [])]);
  };

  const leaveRooms = (socket: LiveSocket, gameId: string): void => {
    const watched = socket.data.watches.get(gameId);
    if (watched === undefined) return;
    socket.leave(roomOf(gameId, watched.audience));
    socket.leave(scorersRoomOf(gameId));
  };

  const leave = (socket: LiveSocket, gameId: string): void => {
    leaveRooms(socket, gameId);
    if (socket.data.watches.delete(gameId)) watches -= 1;
    const left = watchers.get(gameId);
    left?.delete(socket.id);
    if (left?.size !== 0) return;
    watchers.delete(gameId);
    replicas.close(gameId);
  };

  const end = (socket: LiveSocket, gameId: string, code: WatchEnded['code']): void => {
    leave(socket, gameId);
    socket.emit('watch-ended', { gameId: gameId as GameId, code });
  };

  const answerTo = async (socket: LiveSocket, asked: Watch): Promise<Watching | WatchRefused> => {
    const { gameId, revision, engineVersion } = asked;
    // A whole state for each question of one who does not read the answers would fill the memory.
    if (isSlow(socket)) return { gameId, code: 'room-is-full', pollMs };
    if (socket.data.watches.size >= socketLimits.gamesPerSocket && !socket.data.watches.has(gameId)) {
      return { gameId, code: 'too-many-games', pollMs: null };
    }
    const seen = await judge(socket.data.actor, gameId);
    if (seen === null || !socket.connected) return { gameId, code: 'game-not-found', pollMs: null };
    if (watches >= mostWatches && !socket.data.watches.has(gameId)) return { gameId, code: 'room-is-full', pollMs };
    enter(socket, gameId, seen);
    const window = await replicas.open(gameId);
    onTold(gameId, seen.cardVersion);
    const replay = replayFor(seen.audience, replayFrom(window, { revision, engineVersion }, nowMs()));
    return {
      gameId,
      audience: seen.audience,
      cardVersion: seen.cardVersion,
      headSeq: replicas.headSeq(gameId),
      deltas: replay.kind === 'deltas' ? (replay.deltas as unknown as Watching['deltas']) : null,
      snapshot: replay.kind === 'snapshot' ? (replay.snapshot as unknown as Watching['snapshot']) : null,
    };
  };

  return {
    watch: async (socket: LiveSocket, message: unknown): Promise<Watching | WatchRefused> => {
      const parsed = watchSchema.safeParse(message);
      if (parsed.success) return answerTo(socket, parsed.data);
      return { gameId: '' as GameId, code: 'message-malformed', pollMs: null };
    },

    leave,

    leaveAll: (socket: LiveSocket): void => {
      for (const gameId of [...socket.data.watches.keys()]) leave(socket, gameId);
    },

    end,

    /** Asks again what this socket may see; who may see less or other things is told and starts anew. */
    rejudge: async (socket: LiveSocket, gameId: string): Promise<void> => {
      const watched = socket.data.watches.get(gameId);
      if (watched === undefined) return;
      const seen = await judge(socket.data.actor, gameId);
      if (socket.data.watches.get(gameId) !== watched) return;
      if (seen === null || seen.audience !== watched.audience || seen.isScorer !== watched.isScorer) {
        end(socket, gameId, 'access-changed');
      }
    },
  };
};
