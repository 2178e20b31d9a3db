/** The scorers' sockets: what others put into a log is heard there (A-12), up to twenty games on one. */
import { type ClientToServer, type ServerToClient, socketLimits } from '@bball/contracts';
import type { GameId, LoggedEvent } from '@bball/engine';
import { io, type Socket } from 'socket.io-client';

export type Heard = (headSeq: number, events: readonly LoggedEvent[]) => void;

export type Ears = {
  /** False: no socket has room for one more game; its devices then read when an answer tells them to. */
  readonly open: (gameId: GameId, heard: Heard) => boolean;
  readonly shut: (gameId: GameId) => void;
  readonly renew: () => void;
  readonly close: () => void;
};

type Ear = { readonly socket: Socket<ServerToClient, ClientToServer>; readonly games: Map<string, Heard> };

export const openEars = (url: string, token: () => string): Ears => {
  const ears: Ear[] = [];

  const watch = ({ socket }: Ear, gameId: string): void => {
    socket.emit('watch', { gameId: gameId as GameId, revision: 0, engineVersion: 0 }, () => {});
  };

  const another = (): Ear | null => {
    if (ears.length >= socketLimits.socketsPerSession) return null;
    const socket: Ear['socket'] = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
      auth: (give) => give({ token: token() }),
    });
    const ear: Ear = { socket, games: new Map() };
    socket.on('connect', () => {
      for (const gameId of ear.games.keys()) watch(ear, gameId);
    });
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 200);
    });
    socket.on('log-grew', ({ gameId, headSeq, events }) =>
      ear.games.get(gameId)?.(headSeq, events as unknown as LoggedEvent[]),
    );
    socket.on('pulse', ({ gameId, headSeq }) => ear.games.get(gameId)?.(headSeq, []));
    socket.on('watch-ended', ({ gameId }) => {
      if (ear.games.has(gameId)) watch(ear, gameId);
    });
    ears.push(ear);
    return ear;
  };

  return {
    open: (gameId, heard) => {
      const ear = ears.find(({ games }) => games.size < socketLimits.gamesPerSocket) ?? another();
      ear?.games.set(gameId, heard);
      if (ear?.socket.connected) watch(ear, gameId);
      return ear !== null;
    },
    shut: (gameId) => {
      for (const { socket, games } of ears) if (games.delete(gameId)) socket.emit('unwatch', { gameId });
    },
    renew: () => {
      for (const { socket } of ears) socket.emit('renew', { accessToken: token() }, () => {});
    },
    close: () => {
      for (const { socket } of ears) {
        socket.off();
        socket.disconnect();
      }
    },
  };
};
