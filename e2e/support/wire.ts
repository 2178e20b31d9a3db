/** A wire between browser and server that can be cut: every connection breaks, new ones are refused, until it is mended. */

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Wire = {
  /** What the browser opens; its origin must be allowed by the server. */
  readonly url: string;
  readonly leadTo: (serverUrl: string) => void;
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

export const layWire = async (): Promise<Wire> => {
  const ends = new Set<Socket>();
  let target: URL | null = null;
  let isCut = false;
  const hold = (end: Socket): Socket => {
    ends.add(end);
    return end.on('error', () => end.destroy()).on('close', () => ends.delete(end));
  };
  const server = createServer((near) => {
    hold(near);
    if (isCut || target === null) return near.destroy();
    const far = hold(connect(Number(target.port), target.hostname));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the wire has no port');
  const cut = (): void => {
    isCut = true;
    for (const end of ends) end.destroy();
  };
  return {
    url: `http://localhost:${address.port}`,
    leadTo: (serverUrl) => {
      target = new URL(serverUrl);
    },
    cut,
    mend: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
};
