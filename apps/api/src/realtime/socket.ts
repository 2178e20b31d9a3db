/** The sockets of the live view and what each carries. Room names are made here and nowhere else. */
import type { ClientToServer, ServerToClient } from '@bball/contracts';
import type { LiveAudience } from '@bball/sync';
import type { Server, Socket } from 'socket.io';
import type { Actor } from '../policies/actor.ts';

/** What a socket watches, as it was last judged. */
export type Watched = { readonly audience: LiveAudience; readonly isScorer: boolean };

export type SocketState = {
  actor: Actor;
  token: string | null;
  /** When the token expires; null: nobody is signed in. */
  expiresAtMs: number | null;
  readonly watches: Map<string, Watched>;
};

// biome-ignore lint/complexity/noBannedTypes: Socket.IO's own way to say that servers send each other nothing
export type LiveServer = Server<ClientToServer, ServerToClient, {}, SocketState>;
// biome-ignore lint/complexity/noBannedTypes: as above
export type LiveSocket = Socket<ClientToServer, ServerToClient, {}, SocketState>;

export const liveAudiences: readonly LiveAudience[] = ['everyone', 'staff'];

export const roomOf = (gameId: string, audience: LiveAudience): string =>
  audience === 'everyone' ? `game:${gameId}` : `game:${gameId}:staff`;

export const bothRooms = (gameId: string): string[] => liveAudiences.map((audience) => roomOf(gameId, audience));

/** The pads of a game: they get the log as it grows. */
export const scorersRoomOf = (gameId: string): string => `game:${gameId}:scorers`;

export const socketsIn = (io: LiveServer, room: string): readonly LiveSocket[] => {
  const ids = io.sockets.adapter.rooms.get(room);
  if (ids === undefined) return [];
  const sockets: LiveSocket[] = [];
  for (const id of ids) {
    const socket = io.sockets.sockets.get(id);
    if (socket !== undefined) sockets.push(socket);
  }
  return sockets;
};

export const countIn = (io: LiveServer, room: string): number => io.sockets.adapter.rooms.get(room)?.size ?? 0;
