/** Who watches over a real socket, by the viewer's machine that the app has; a test can lose messages and break the line. */
import { EventEmitter, once } from 'node:events';
import type { ClientToServer, LogGrew, Pulse, ServerToClient, Watching, WatchRefused } from '@bball/contracts';
import { canonicalJson, type Delta, type GameId, type Snapshot } from '@bball/engine';
import { idleViewer, type Viewer, type ViewerMessage, viewerStep, viewerWakesAtMs } from '@bball/sync';
import { io, type Socket } from 'socket.io-client';

const limitMs = 60_000;
const passedOn = ['pulse', 'clock', 'presence', 'card-changed', 'watch-ended', 'leaving'] as const;

export type Watcher = {
  readonly viewer: () => Viewer;
  readonly snapshot: () => Snapshot | null;
  /** Every delta and snapshot in the order in which it came. */
  readonly deltas: readonly Delta[];
  readonly answers: readonly Watching[];
  readonly pulses: readonly Pulse[];
  readonly grown: readonly LogGrew[];
  /** What must never be: a revision that falls, a gap that was shown. */
  readonly faults: readonly string[];
  /** Resolves once what it shows satisfies the fact. */
  readonly until: (what: string, fact: () => boolean) => Promise<void>;
  readonly reached: (revision: number) => Promise<void>;
  readonly say: (name: 'clock' | 'presence', message: object) => void;
  /** The next message of that name is lost on its way. */
  readonly loseNext: (name: 'delta') => void;
  readonly breakOff: () => void;
  readonly comeBack: () => void;
  readonly close: () => void;
};

export const watchGame = (url: string, gameId: GameId, token: string | null = null): Watcher => {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 1_000,
    auth: { token },
  });
  const moved = new EventEmitter().setMaxListeners(0);
  const [deltas, answers, pulses, grown, faults]: [Delta[], Watching[], Pulse[], LogGrew[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  let viewer = idleViewer(gameId);
  let timer: NodeJS.Timeout | null = null;
  let losing = 0;
  const nowMs = (): number => performance.now();

  const step = (input: Parameters<typeof viewerStep>[1]): void => {
    const { snapshot: before, phase } = viewer;
    const next = viewerStep(viewer, input, nowMs());
    viewer = next.viewer;
    if (phase !== 'reset' && (viewer.snapshot?.revision ?? 0) < (before?.revision ?? 0))
      faults.push(`I-20: fell from ${before?.revision} to ${viewer.snapshot?.revision ?? 0}`);
    for (const effect of next.effects) {
      if (effect.kind === 'ask') ask(effect);
      if (effect.kind === 'report') faults.push(`L-9: ${effect.what}`);
    }
    if (timer !== null) clearTimeout(timer);
    const wakesAtMs = viewerWakesAtMs(viewer);
    timer = wakesAtMs === null ? null : setTimeout(() => step({ kind: 'tick' }), Math.max(1, wakesAtMs - nowMs()));
    moved.emit('moved');
  };
  const ask = ({ question, revision, engineVersion }: { question: number; revision: number; engineVersion: number }) =>
    socket.emit('watch', { gameId, revision, engineVersion }, (answer: Watching | WatchRefused) => {
      const isRefused = 'code' in answer;
      if (!isRefused) answers.push(answer);
      const message = isRefused ? { ...answer, type: 'watch-refused' } : { ...answer, type: 'watching', question };
      step({ kind: 'message', message: message as unknown as ViewerMessage });
    });

  for (const name of ['delta', 'snapshot'] as const)
    socket.on(name, (said) => {
      if (name === 'delta' && losing > 0) return void losing--;
      const delta = said as unknown as Delta;
      deltas.push(delta);
      step({ kind: 'message', message: { type: name, delta } });
    });
  for (const name of passedOn)
    socket.on(name, (said: object) =>
      step({ kind: 'message', message: { ...said, type: name } as unknown as ViewerMessage }),
    );
  socket.on('pulse', (pulse) => pulses.push(pulse));
  socket.on('log-grew', (said) => {
    grown.push(said);
    moved.emit('moved');
  });
  socket.on('connect', () => step({ kind: 'connected' }));
  socket.on('disconnect', (reason) => {
    step({ kind: 'disconnected' });
    // The library does not come back by itself where the server closed.
    if (reason === 'io server disconnect') socket.connect();
  });
  step({ kind: 'watch' });

  const until = async (what: string, fact: () => boolean): Promise<void> => {
    const deadline = AbortSignal.timeout(limitMs);
    while (!fact()) {
      if (deadline.aborted)
        throw new Error(`${what} never came: ${viewer.phase} at ${viewer.snapshot?.revision}, head ${viewer.headSeq}`);
      await once(moved, 'moved', { signal: deadline }).catch(() => {});
    }
  };
  return {
    ...{ deltas, answers, pulses, grown, faults, until },
    viewer: () => viewer,
    snapshot: () => viewer.snapshot,
    reached: (revision) => until(`revision ${revision}`, () => viewer.snapshot?.revision === revision),
    say: (name, message) => void socket.emit(name, message as never),
    loseNext: () => void losing++,
    breakOff: () => void socket.disconnect(),
    comeBack: () => void socket.connect(),
    close: () => {
      socket.off();
      socket.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
  };
};

/** As bytes, to be compared; null: nothing is shown. */
export const shownBytes = ({ snapshot }: Watcher): string => canonicalJson(snapshot());
