/** From the POST of one play until all of 200 watching sockets have it, and the same through a bare Express and `ws`. */
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { startHost } from './child.ts';
import { connections, sendWell } from './http.ts';
import { type ApiHost, appendWell, type League } from './league.ts';
import { bodyOf } from './plays.ts';

const viewers = 200;
const plays = 200;
const warmUp = 40;
/** Plays come no faster than a hand can key them; the API sends a game on at most every 25 ms. */
const gapMs = 40;

/** Resolves once every viewer has been counted in. */
const gathering = () => {
  let missing = viewers;
  let done = () => {};
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  const arrive = () => {
    missing -= 1;
    if (missing === 0) done();
  };
  return { all, arrive };
};

/** One play after the other with a pause between; the times in ms, the first ones left out. */
const measured = async (playOnce: () => Promise<number>): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let play = 0; play < warmUp + plays; play += 1) {
    times.push(await playOnce());
    await pause(gapMs);
  }
  return times.slice(warmUp);
};

type Versioned = { readonly revision: number };

const watcher = (url: string, gameId: string, heard: (revision: number) => void): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = io(url, { path: '/socket.io', transports: ['websocket'], forceNew: true, reconnection: false });
    socket.on('connect_error', reject);
    socket.on('delta', ({ revision }: Versioned) => heard(revision));
    socket.on('snapshot', ({ revision }: Versioned) => heard(revision));
    socket.on('connect', () =>
      socket.emit('watch', { gameId, revision: 0, engineVersion: 0 }, (answer: { code?: string }) =>
        answer.code === undefined ? resolve(socket) : reject(new Error(`watch: ${answer.code}`)),
      ),
    );
  });

export const liveTimes = async (host: ApiHost, { token, keyings }: League): Promise<readonly number[]> => {
  const keying = keyings[0]!;
  const agent = connections(1);
  let isWaitedFor = Number.POSITIVE_INFINITY;
  let arrive = () => {};
  const sockets: Socket[] = [];
  for (let viewer = 0; viewer < viewers; viewer += 1) {
    let last = 0;
    const heard = (revision: number) => {
      const wasBehind = last < isWaitedFor;
      last = Math.max(last, revision);
      if (wasBehind && last >= isWaitedFor) arrive();
    };
    sockets.push(await watcher(host.answer.url, keying.gameId, heard));
  }
  let head = await appendWell(host, agent, { token, keying, count: 1 });
  await pause(500);
  const times = await measured(async () => {
    const gathered = gathering();
    arrive = gathered.arrive;
    isWaitedFor = head + 1;
    const startedAt = performance.now();
    const [next] = await Promise.all([appendWell(host, agent, { token, keying, count: 1 }), gathered.all]);
    head = next;
    return performance.now() - startedAt;
  });
  for (const socket of sockets) socket.disconnect();
  agent.destroy();
  return times;
};

const listener = (url: string, heard: () => void): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
    socket.on('open', () => resolve(socket));
    socket.on('error', reject);
    socket.on('message', (text) => {
      JSON.parse(String(text));
      heard();
    });
  });

/** The same bytes in, sent on as they are. */
export const bareTimes = async ({ keyings }: League): Promise<readonly number[]> => {
  const host = await startHost<{ url: string }>('echo-host.ts');
  const agent = connections(1);
  let arrive = () => {};
  const sockets: WebSocket[] = [];
  for (let viewer = 0; viewer < viewers; viewer += 1) sockets.push(await listener(host.answer.url, () => arrive()));
  const times = await measured(async () => {
    const gathered = gathering();
    arrive = gathered.arrive;
    const body = bodyOf(keyings[1]!.next(1));
    const startedAt = performance.now();
    await Promise.all([sendWell(agent, 'POST', `${host.answer.url}/events`, { token: null, body }), gathered.all]);
    return performance.now() - startedAt;
  });
  for (const socket of sockets) socket.terminate();
  agent.destroy();
  await host.stop();
  return times;
};
