/**
 * A wire between a client and the API that in bad times loses requests before or after they were served, doubles them, and cuts
 * sockets. What it does is drawn from a seed.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Random } from '@bball/engine/testing';

export type LossyProxy = {
  readonly url: string;
  /** How much was lost, doubled and cut so far. */
  readonly counts: { lost: number; doubled: number; cut: number };
  /** From here on everything arrives, once. */
  readonly calm: () => void;
  readonly close: () => Promise<void>;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const plainHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name)
        ? [[name, value]]
        : [],
    ),
  );

export const startLossyProxy = async (target: string, random: Random): Promise<LossyProxy> => {
  const counts = { lost: 0, doubled: 0, cut: 0 };
  const sockets = new Set<Socket>();
  let isBad = true;

  const forward = async (request: IncomingMessage, body: Buffer): Promise<Response> =>
    fetch(target + request.url, {
      method: request.method ?? 'GET',
      headers: plainHeaders(request),
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const fate = isBad ? random.key({ pass: 6, 'lose-request': 2, 'lose-answer': 2, double: 2 }) : 'pass';
    if (fate === 'lose-request') {
      counts.lost++;
      response.destroy();
      return;
    }
    if (fate === 'double') {
      counts.doubled++;
      await forward(request, body);
    }
    const answer = await forward(request, body);
    const text = await answer.text();
    if (fate === 'lose-answer') {
      counts.lost++;
      response.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(text);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });

  server.on('upgrade', (request: IncomingMessage, client: Socket, head: Buffer) => {
    const { hostname, port } = new URL(target);
    const upstream = connect(Number(port), hostname, () => {
      const lines = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
      upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      client.pipe(upstream).pipe(client);
    });
    sockets.add(client);
    const end = (): void => {
      sockets.delete(client);
      client.destroy();
      upstream.destroy();
    };
    // In bad times a socket lives for so many pieces of what the server says.
    let pieces = random.between(2, 12);
    upstream.on('data', () => {
      pieces--;
      if (!isBad || pieces > 0) return;
      counts.cut++;
      end();
    });
    for (const one of [client, upstream]) one.on('error', end).on('close', end);
  });

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    calm: () => {
      isBad = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
};
