/** A viewer over a real socket, with the machine of `packages/sync` that the app has. */
import type { ClientToServer, ServerToClient, Watching, WatchRefused } from '@bball/contracts';
import type { Delta, GameId, Snapshot } from '@bball/engine';
import { idleViewer, type Viewer, type ViewerMessage, viewerStep, viewerWakesAtMs } from '@bball/sync';
import { io, type Socket } from 'socket.io-client';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

export type TestViewer = {
  readonly socket: LiveSocket;
  readonly viewer: () => Viewer;
  readonly snapshot: () => Snapshot | null;
  /** Everything that came, as text, by name. */
  readonly frames: readonly string[];
  readonly close: () => void;
};

export const connect = (url: string, token?: string): LiveSocket =>
  io(url, {
    transports: ['websocket'],
    auth: token === undefined ? {} : { token },
    forceNew: true,
    reconnectionDelay: 50,
  });

export const watchGame = (url: string, gameId: string, token?: string): TestViewer => {
  const socket = connect(url, token);
  const frames: string[] = [];
  let viewer = idleViewer(gameId as GameId);
  let timer: NodeJS.Timeout | null = null;
  const nowMs = (): number => performance.now();

  const step = (input: Parameters<typeof viewerStep>[1]): void => {
    const next = viewerStep(viewer, input, nowMs());
    viewer = next.viewer;
    for (const effect of next.effects) if (effect.kind === 'ask') ask(effect);
    if (timer !== null) clearTimeout(timer);
    const wakesAtMs = viewerWakesAtMs(viewer);
    timer = wakesAtMs === null ? null : setTimeout(() => step({ kind: 'tick' }), Math.max(1, wakesAtMs - nowMs()));
  };
  const message = (said: ViewerMessage): void => step({ kind: 'message', message: said });
  const ask = ({
    question,
    revision,
    engineVersion,
  }: {
    question: number;
    revision: number;
    engineVersion: number;
  }): void => {
    socket.emit('watch', { gameId: gameId as GameId, revision, engineVersion }, (answer: Watching | WatchRefused) => {
      frames.push(`watching ${JSON.stringify(answer)}`);
      const said = 'code' in answer ? { ...answer, type: 'watch-refused' } : { ...answer, type: 'watching', question };
      message(said as unknown as ViewerMessage);
    });
  };

  socket.onAny((name: string, said: unknown) => frames.push(`${name} ${JSON.stringify(said)}`));
  for (const name of ['delta', 'snapshot'] as const) {
    socket.on(name, (delta) => message({ type: name, delta: delta as unknown as Delta }));
  }
  for (const name of ['pulse', 'clock', 'presence', 'card-changed', 'watch-ended', 'leaving'] as const) {
    socket.on(name, (said: object) => message({ ...said, type: name } as unknown as ViewerMessage));
  }
  socket.on('connect', () => step({ kind: 'connected' }));
  socket.on('disconnect', () => step({ kind: 'disconnected' }));
  step({ kind: 'watch' });
  return {
    socket,
    viewer: () => viewer,
    snapshot: () => viewer.snapshot,
    frames,
    close: () => {
      socket.off();
      socket.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
  };
};
