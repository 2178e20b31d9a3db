/**
 * The one door of the stack: HTTP and WebSockets over the API processes. A request that no backend has taken up yet goes to the next
 * one; once it may have been taken up it is never sent twice (the sender repeats it, and repeats are harmless).
 */
import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type Backend, inOrder } from './pick.ts';

const checkMs = 500;
const port = Number(process.env.PORT ?? 3000);
const backends: readonly Backend[] = (process.env.BACKENDS ?? '').split(',').map((address) => {
  const [host = '', number = ''] = address.split(':');
  return { host, port: Number(number), isSound: true, underWay: 0 };
});
const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
let turn = 0;

const check = (backend: Backend): void => {
  const { host, port: number } = backend;
  const request = ask({ host, port: number, path: '/ready', timeout: 2_000 }, (answer) => {
    answer.resume();
    backend.isSound = answer.statusCode === 200;
  });
  request.on('timeout', () => request.destroy());
  request.on('error', () => {
    backend.isSound = false;
  });
  request.end();
};
setInterval(() => backends.forEach(check), checkMs);

const headersOf = ({ headers, socket }: IncomingMessage) => ({
  ...headers,
  'x-forwarded-for': [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', '),
});

const nobodyThere = (response: ServerResponse): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({ type: 'about:blank', title: 'Unavailable', status: 503, code: 'unavailable' });
  response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' }).end(body);
};

/** Polling has its state in one process: all of one address go to the same. */
const isPolling = (url: string) => url.startsWith('/socket.io') && /transport=polling|[?&]sid=/.test(url);
const choose = (url: string): readonly Backend[] => {
  if (isPolling(url))
    return inOrder(
      backends.map((one) => ({ ...one, underWay: 0 })),
      0,
    );
  turn += 1;
  return inOrder(backends, turn);
};

const pass = (incoming: IncomingMessage, response: ServerResponse, [first, ...others]: readonly Backend[]): void => {
  if (first === undefined) {
    nobodyThere(response);
    return;
  }
  let wasTaken = false;
  const { method, url } = incoming;
  const outgoing = ask({ host: first.host, port: first.port, method, path: url, headers: headersOf(incoming), agent });
  first.underWay += 1;
  const end = () => {
    first.underWay -= 1;
  };
  outgoing.once('close', end);
  outgoing.on('socket', (socket) => {
    if (!socket.connecting) wasTaken = true;
    socket.once('connect', () => {
      wasTaken = true;
      incoming.pipe(outgoing);
    });
    if (wasTaken) incoming.pipe(outgoing);
  });
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
    answer.on('aborted', () => response.destroy());
  });
  outgoing.on('error', () => {
    first.isSound = false;
    if (wasTaken) nobodyThere(response);
    else pass(incoming, response, others);
  });
  response.on('close', () => {
    if (!response.writableFinished) outgoing.destroy();
  });
};

const upgradeHead = ({ method, url, httpVersion, rawHeaders }: IncomingMessage): string => {
  const lines = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
  return [`${method} ${url} HTTP/${httpVersion}`, ...lines, '', ''].join('\r\n');
};

const passSocket = (
  incoming: IncomingMessage,
  socket: Socket,
  head: Buffer,
  [first, ...others]: readonly Backend[],
): void => {
  if (first === undefined) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n\r\n');
  const other = connect(first.port, first.host);
  let isOpen = false;
  other.once('connect', () => {
    isOpen = true;
    first.underWay += 1;
    other.once('close', () => {
      first.underWay -= 1;
    });
    other.write(upgradeHead(incoming));
    if (head.length > 0) other.write(head);
    socket.pipe(other).pipe(socket);
  });
  other.on('error', () => {
    if (isOpen) return void socket.destroy();
    first.isSound = false;
    passSocket(incoming, socket, head, others);
  });
  other.on('close', () => {
    if (isOpen) socket.destroy();
  });
  socket.on('error', () => other.destroy());
  socket.on('close', () => other.destroy());
};

const server = createServer((incoming, response) => pass(incoming, response, choose(incoming.url ?? '/')));
server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
  socket.setNoDelay(true);
  passSocket(incoming, socket, head, choose(incoming.url ?? '/'));
});
server.listen(port, '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
