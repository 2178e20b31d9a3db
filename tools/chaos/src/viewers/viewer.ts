/** Who watches over a real socket, through the balancer like anybody: the viewer's machine of packages/sync. */
import type { ClientToServer, ServerToClient, Watching, WatchRefused } from '@bball/contracts';
import type { Delta, GameId } from '@bball/engine';
import { idleViewer, type ViewerMessage, viewerStep, viewerWakesAtMs } from '@bball/sync';
import { io, type Socket } from 'socket.io-client';
import { telltale } from '../wire/coach.ts';
import { makeDiary, type Screen } from './screen.ts';

export const watch = (url: string, gameId: GameId): Screen => {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  });
  const diary = makeDiary();
  let viewer = idleViewer(gameId);
  let resets = 0;
  let timer: NodeJS.Timeout | null = null;
  const nowMs = (): number => performance.now();

  const step = (input: Parameters<typeof viewerStep>[1]): void => {
    const wasReset = viewer.phase === 'reset';
    const next = viewerStep(viewer, input, nowMs());
    viewer = next.viewer;
    diary.note(viewer.snapshot, wasReset);
    for (const effect of next.effects) {
      if (effect.kind === 'ask') ask(effect);
      if (effect.kind === 'report') resets += 1;
      if (effect.kind === 'reconnect') comeAgain(effect.afterMs);
    }
    if (timer !== null) clearTimeout(timer);
    const wakesAtMs = viewerWakesAtMs(viewer);
    timer = wakesAtMs === null ? null : setTimeout(() => step({ kind: 'tick' }), Math.max(1, wakesAtMs - nowMs()));
  };
  const message = (said: ViewerMessage): void => step({ kind: 'message', message: said });
  const ask = (effect: { question: number; revision: number; engineVersion: number }): void => {
    const { question, revision, engineVersion } = effect;
    socket.emit('watch', { gameId, revision, engineVersion }, (answer: Watching | WatchRefused) => {
      if (JSON.stringify(answer).includes(telltale)) diary.faults.push('I-23: a name in an answer');
      const said = 'code' in answer ? { ...answer, type: 'watch-refused' } : { ...answer, type: 'watching', question };
      message(said as unknown as ViewerMessage);
    });
  };
  const comeAgain = (afterMs: number): void =>
    void setTimeout(() => {
      socket.disconnect();
      socket.connect();
    }, afterMs).unref();

  socket.onAny((name: string, said: unknown) => {
    if (JSON.stringify(said).includes(telltale)) diary.faults.push(`I-23: a name in ${name}`);
  });
  for (const name of ['delta', 'snapshot'] as const)
    socket.on(name, (delta) => message({ type: name, delta: delta as unknown as Delta }));
  for (const name of ['pulse', 'clock', 'presence', 'card-changed', 'watch-ended', 'leaving'] as const)
    socket.on(name, (said: object) => message({ ...said, type: name } as unknown as ViewerMessage));
  socket.on('connect', () => step({ kind: 'connected' }));
  socket.on('disconnect', (reason) => {
    step({ kind: 'disconnected' });
    // The library does not come back by itself when the server closed.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 200);
  });
  step({ kind: 'watch' });
  return {
    gameId,
    snapshot: () => viewer.snapshot,
    shownAtMs: diary.shownAtMs,
    faults: diary.faults,
    resets: () => resets,
    takeSamples: diary.takeSamples,
    close: () => {
      socket.off();
      socket.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
  };
};
