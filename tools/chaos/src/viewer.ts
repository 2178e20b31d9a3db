/** Who watches: the viewer's machine of packages/sync over a real socket, through the balancer like anybody. */
import type { ClientToServer, ServerToClient, Watching, WatchRefused } from '@bball/contracts';
import type { Delta, GameId, Snapshot } from '@bball/engine';
import { idleViewer, type ViewerMessage, viewerStep, viewerWakesAtMs } from '@bball/sync';
import { io, type Socket } from 'socket.io-client';

export type Watcher = {
  readonly gameId: GameId;
  readonly snapshot: () => Snapshot | null;
  /** When each revision was first shown. */
  readonly shownAtMs: (revision: number) => number | null;
  /** What must never be seen: a revision that falls without a reset, a name. */
  readonly faults: readonly string[];
  readonly resets: () => number;
  readonly close: () => void;
};

/** The coach's name is in no event, delta or snapshot (I-23). */
const names = /Chaos Coach/;

export const watch = (url: string, gameId: GameId): Watcher => {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  });
  const shown: { readonly revision: number; readonly atMs: number }[] = [];
  const faults: string[] = [];
  let viewer = idleViewer(gameId);
  let resets = 0;
  let timer: NodeJS.Timeout | null = null;
  const nowMs = (): number => performance.now();

  const look = (before: number, mayFall: boolean): void => {
    const revision = viewer.snapshot?.revision ?? 0;
    if (revision > before) shown.push({ revision, atMs: nowMs() });
    if (revision < before && !mayFall) faults.push(`I-20: fell from ${before} to ${revision}`);
  };
  const step = (input: Parameters<typeof viewerStep>[1]): void => {
    const before = viewer.snapshot?.revision ?? 0;
    const mayFall = viewer.phase === 'reset';
    const next = viewerStep(viewer, input, nowMs());
    viewer = next.viewer;
    look(before, mayFall);
    for (const effect of next.effects) {
      if (effect.kind === 'ask') ask(effect);
      if (effect.kind === 'report') resets += 1;
    }
    if (timer !== null) clearTimeout(timer);
    const wakesAtMs = viewerWakesAtMs(viewer);
    timer = wakesAtMs === null ? null : setTimeout(() => step({ kind: 'tick' }), Math.max(1, wakesAtMs - nowMs()));
  };
  const message = (said: ViewerMessage): void => step({ kind: 'message', message: said });
  const ask = (effect: { question: number; revision: number; engineVersion: number }): void => {
    const { question, revision, engineVersion } = effect;
    socket.emit('watch', { gameId, revision, engineVersion }, (answer: Watching | WatchRefused) => {
      const said = 'code' in answer ? { ...answer, type: 'watch-refused' } : { ...answer, type: 'watching', question };
      message(said as unknown as ViewerMessage);
    });
  };

  socket.onAny((name: string, said: unknown) => {
    if (names.test(JSON.stringify(said))) faults.push(`I-23: a name in ${name}`);
  });
  for (const name of ['delta', 'snapshot'] as const)
    socket.on(name, (delta) => message({ type: name, delta: delta as unknown as Delta }));
  for (const name of ['pulse', 'clock', 'presence', 'card-changed', 'watch-ended'] as const)
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
    shownAtMs: (revision) => shown.find((one) => one.revision >= revision)?.atMs ?? null,
    faults,
    resets: () => resets,
    close: () => {
      socket.off();
      socket.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
  };
};
