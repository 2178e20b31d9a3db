/**
 * The one live socket of the app, shared by all games that are followed. Its token follows the session: renewed in place, and a
 * new connection when somebody signs in or out, since then the audience is another.
 */
import type { ClientToServer, ServerToClient } from '@bball/contracts';
import { io, type Socket } from 'socket.io-client';
import { baseUrl } from '../api/base-url.ts';
import { useSession } from '../session/session.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

let socket: LiveSocket | null = null;

const open = (): LiveSocket => {
  const opened: LiveSocket = io(baseUrl === '' ? '/' : baseUrl, {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    auth: (answer) => {
      const { accessToken } = useSession.getState();
      answer(accessToken === null ? {} : { token: accessToken });
    },
    reconnectionDelay: 500,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 0.8,
  });
  useSession.subscribe((next, before) => {
    if (next.accessToken === before.accessToken) return;
    if (next.accessToken !== null && before.accessToken !== null) {
      opened.emit('renew', { accessToken: next.accessToken }, () => undefined);
    } else {
      opened.disconnect().connect();
    }
  });
  return opened;
};

/** Opens it at the first call. */
export const liveSocket = (): LiveSocket => {
  socket ??= open();
  return socket;
};
