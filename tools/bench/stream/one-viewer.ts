/** One socket that watches one game: when a revision was there, parsed. */
import { io } from 'socket.io-client';

export type OneViewer = {
  /** Resolves when this revision, or a later one, is there. */
  readonly reached: (revision: number) => Promise<void>;
  /** Of what is there. */
  readonly revision: () => number;
  readonly close: () => void;
};

type Versioned = { readonly revision: number };
type Watching = {
  readonly code?: string;
  readonly deltas: readonly Versioned[] | null;
  readonly snapshot: Versioned | null;
};

const connectWithinMs = 20_000;

export const openViewer = (url: string, gameId: string): Promise<OneViewer> =>
  new Promise((resolve, reject) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true });
    let here = 0;
    let waiting: { readonly revision: number; readonly done: () => void }[] = [];
    const heard = ({ revision }: Versioned): void => {
      here = Math.max(here, revision);
      for (const { revision: wanted, done } of waiting) if (wanted <= here) done();
      waiting = waiting.filter(({ revision: wanted }) => wanted > here);
    };
    const limit = setTimeout(() => reject(new Error('no viewer came in')), connectWithinMs);
    socket.on('delta', heard);
    socket.on('snapshot', heard);
    socket.on('connect', () =>
      socket.emit('watch', { gameId, revision: here, engineVersion: 0 }, (answer: Watching) => {
        clearTimeout(limit);
        if (answer.code !== undefined) return reject(new Error(`watch: ${answer.code}`));
        for (const state of [...(answer.deltas ?? []), answer.snapshot]) if (state !== null) heard(state);
        resolve({
          reached: (revision) =>
            here >= revision ? Promise.resolve() : new Promise((done) => waiting.push({ revision, done })),
          revision: () => here,
          close: () => void socket.disconnect(),
        });
      }),
    );
  });
