import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { canonicalJson, type Delta, type Snapshot } from '@bball/engine';
import { absorb, emptyWindow, type ReplayWindow, remember, snapshotFor } from '@bball/sync';
import { Server } from 'socket.io';
import { toldGame } from '../../testing/deltas.ts';
import { eventually } from '../../testing/eventually.ts';
import { connect, type LiveSocket } from '../../testing/viewer.ts';
import { type FanOut, makeFanOut } from './fan-out.ts';
import { type LiveServer, roomOf } from './socket.ts';

const { gameId, deltas, end } = toldGame('fan-out');

describe('fan-out', () => {
  const http = createServer();
  const io: LiveServer = new Server(http, { perMessageDeflate: false });
  const clients: LiveSocket[] = [];
  let window: ReplayWindow = emptyWindow;
  let fanOut: FanOut;
  let url: string;

  before(async () => {
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    io.on('connection', (socket) => {
      const audience = socket.handshake.auth.token === 'staff' ? 'staff' : 'everyone';
      Object.assign(socket.data, { watches: new Map([[gameId, { audience, isScorer: false }]]) });
      socket.join(roomOf(gameId, audience));
    });
    fanOut = makeFanOut({
      io,
      replicas: { window: () => window },
      nowMs: () => performance.now(),
      monotonicMs: () => performance.now(),
      onFannedOut: () => {},
    });
  });
  after(async () => {
    for (const client of clients) client.disconnect();
    await io.close();
  });

  const viewer = async (token?: string) => {
    const client = connect(url, token);
    clients.push(client);
    const seen = { state: null as Snapshot | null, messages: 0, gaps: 0, client };
    const take = (delta: unknown): void => {
      const { outcome, state } = absorb(seen.state, delta as Delta);
      seen.state = state;
      seen.messages += 1;
      if (outcome === 'gap') seen.gaps += 1;
    };
    client.on('delta', take);
    client.on('snapshot', take);
    await once(client as never, 'connect');
    return seen;
  };

  const deliver = (delta: Delta): void => {
    window = remember(window, delta, performance.now()).window;
    fanOut.deliver(delta);
  };

  test('L-11, L-6: each audience gets every delta as its own; who cannot keep up misses some and ends at the newest state', async () => {
    const [everyone, staff, slow] = [await viewer(), await viewer('staff'), await viewer()];
    await eventually(() => assert.equal(io.sockets.adapter.rooms.get(roomOf(gameId, 'everyone'))?.size, 2));
    const tcp = tcpOf(slow.client);
    tcp.pause();
    for (const [index, delta] of deltas.entries()) {
      deliver(delta);
      // What a play really weighs does not fill a buffer: this one gets it filled.
      if (index % 10 === 0) await filled(io, slow.client);
    }
    await eventually(() => assert.equal(canonicalJson(staff.state), canonicalJson(end)));
    await eventually(() => assert.equal(canonicalJson(everyone.state), canonicalJson(snapshotFor('everyone', end))));
    assert.deepEqual([everyone.messages, everyone.gaps], [deltas.length, 0], 'an empty delta is sent too');
    tcp.resume();
    await eventually(() => assert.equal(canonicalJson(slow.state), canonicalJson(snapshotFor('everyone', end))));
    assert.ok(slow.messages < deltas.length, `${slow.messages} messages of ${deltas.length}`);
    assert.equal(slow.gaps, 0);
    assert.equal(io.sockets.adapter.rooms.get(roomOf(gameId, 'everyone'))?.size, 2, 'and is in the room again');
  });
});

const tcpOf = (client: LiveSocket): TcpSocket => {
  const { transport } = client.io.engine as unknown as {
    readonly transport: { readonly ws: { readonly _socket: TcpSocket } };
  };
  return transport.ws._socket;
};

/** Sends a socket what it does not read, and lets the network take it. */
const filled = async (io: LiveServer, client: LiveSocket): Promise<void> => {
  io.sockets.sockets.get(client.id!)?.emit('leaving', { reconnectInMs: 0, padding: 'x'.repeat(100_000) } as never);
  await new Promise((done) => setImmediate(done));
};
