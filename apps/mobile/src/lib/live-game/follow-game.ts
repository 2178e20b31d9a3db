/**
 * Following one game: the viewer's machine of @bball/sync, wired to the socket, to time and to a store that screens read.
 * Everything from outside is an argument, so that a test can be the server and the clock.
 * Source: protocol.md §10.
 */
import type { Watching, WatchRefused } from '@bball/contracts';
import type { GameId, Snapshot } from '@bball/engine';
import {
  idleViewer,
  type Viewer,
  type ViewerEffect,
  type ViewerInput,
  type ViewerMessage,
  viewerStep,
  viewerWakesAtMs,
  wholeDelta,
} from '@bball/sync';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type LiveState = { readonly viewer: Viewer; readonly isConnected: boolean };
export type LiveStore = StoreApi<LiveState>;

/** What following needs of a socket: the part of Socket.IO's client that is used. */
export type GameSocket = {
  readonly connected: boolean;
  on(name: string, listener: (message: never) => void): unknown;
  off(name: string, listener: (message: never) => void): unknown;
  emit(name: string, ...rest: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
};

export type FollowPorts = {
  readonly socket: GameSocket;
  readonly pull: (atLeast: number | null) => Promise<Snapshot>;
  readonly dropCard: () => void;
  readonly now: () => number;
  /** Calls back once after so many ms; answers how to cancel. */
  readonly after: (ms: number, act: () => void) => () => void;
};

const messageNames = ['pulse', 'clock', 'presence', 'card-changed', 'watch-ended', 'leaving'] as const;
const deltaNames = ['delta', 'snapshot'] as const;

const answerMessage = (question: number, answer: Watching | WatchRefused): ViewerMessage =>
  'code' in answer ? { ...answer, type: 'watch-refused' } : { ...answer, type: 'watching', question };

/** Starts at once; `stop` leaves the room and forgets everything. */
export const followGame = (
  gameId: GameId,
  ports: FollowPorts,
): { readonly store: LiveStore; readonly stop: () => void } => {
  const { socket } = ports;
  const store: LiveStore = createStore(() => ({ viewer: idleViewer(gameId), isConnected: socket.connected }));
  const cancels = new Set<() => void>();
  let cancelWake = (): void => undefined;

  const act = (effect: ViewerEffect): void => {
    if (effect.kind === 'ask' && socket.connected) {
      const { question, revision, engineVersion } = effect;
      const answered = (answer: Watching | WatchRefused): void => hear(answerMessage(question, answer));
      socket.emit('watch', { gameId, revision, engineVersion }, answered);
    }
    if (effect.kind === 'poll') {
      ports.pull(effect.atLeast).then(
        (snapshot) => take({ kind: 'fetched', delta: wholeDelta(snapshot) }),
        () => undefined, // NOTE: the machine polls again at its next moment
      );
    }
    if (effect.kind === 'drop-card') ports.dropCard();
    if (effect.kind === 'reconnect') {
      socket.disconnect();
      cancels.add(ports.after(effect.afterMs, () => socket.connect()));
    }
  };

  const take = (input: ViewerInput): void => {
    const { viewer, effects } = viewerStep(store.getState().viewer, input, ports.now());
    store.setState({ viewer });
    for (const effect of effects) act(effect);
    const wakesAtMs = viewerWakesAtMs(store.getState().viewer);
    cancelWake();
    if (wakesAtMs !== null)
      cancelWake = ports.after(Math.max(0, wakesAtMs - ports.now()), () => take({ kind: 'tick' }));
  };
  const hear = (message: ViewerMessage): void => take({ kind: 'message', message });

  const listeners: Record<string, (message: never) => void> = {
    connect: () => {
      store.setState({ isConnected: true });
      take({ kind: 'connected' });
    },
    disconnect: () => {
      store.setState({ isConnected: false });
      take({ kind: 'disconnected' });
    },
  };
  for (const type of messageNames) {
    listeners[type] = (message: object) => hear({ ...message, type } as unknown as ViewerMessage);
  }
  for (const type of deltaNames) {
    listeners[type] = (delta: Parameters<typeof wholeDelta>[0]) => hear({ type, delta } as unknown as ViewerMessage);
  }
  for (const [name, listener] of Object.entries(listeners)) socket.on(name, listener);
  take({ kind: 'watch' });

  const stop = (): void => {
    for (const [name, listener] of Object.entries(listeners)) socket.off(name, listener);
    if (socket.connected) socket.emit('unwatch', { gameId });
    cancelWake();
    for (const cancel of cancels) cancel();
  };
  return { store, stop };
};
