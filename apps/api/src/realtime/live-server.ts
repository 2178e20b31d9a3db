/**
 * The live view over Socket.IO: who comes in, what each message does, and what happens when rights change or the server leaves.
 * Invariants: a token travels in `auth` only; a foreign or `null` Origin is refused (none is a native app); nothing that goes out
 * holds a name (P7).
 * Source: protocol.md §10, access.md §4 "Socket".
 */
import type { Server as HttpServer } from 'node:http';
import {
  type Clock,
  clockSaid,
  fromClient,
  handshake,
  presenceSaid,
  renew as renewSchema,
  socketLimits,
  socketPath,
} from '@bball/contracts';
import type { Delta, GameId, IsoInstant } from '@bball/engine';
import { decodeJwt } from 'jose';
import { Server } from 'socket.io';
import { bucketOf } from '../address.ts';
import type { Result } from '../errors.ts';
import { type Actor, nobody } from '../policies/actor.ts';
import type { CardVersions } from '../repositories/card-versions.ts';
import type { NumberedEvent } from '../repositories/game-log.ts';
import type { Channel } from '../repositories/redis/channel.ts';
import type { SharedPresence } from '../repositories/redis/shared-presence.ts';
import type { LiveStore } from '../streaming/live-store.ts';
import { makeCardBoard } from './card-board.ts';
import { makeFanOut } from './fan-out.ts';
import { makePresenceBoard } from './presence.ts';
import { makePulse } from './pulse.ts';
import { makeReplicas } from './replicas.ts';
import { isSlow } from './slow-socket.ts';
import { bothRooms, countIn, type LiveServer, type LiveSocket, roomOf, scorersRoomOf, socketsIn } from './socket.ts';
import { makeMessageBucket, makeSocketCounts } from './socket-limits.ts';
import { type Judge, makeWatching } from './watching.ts';

type Deps = {
  readonly http: HttpServer;
  readonly store: Pick<LiveStore, 'newest' | 'standings'>;
  readonly judge: Judge;
  readonly cardVersions: CardVersions;
  readonly sharedPresence: SharedPresence;
  /** The clocks of pads at other processes. */
  readonly clocks: Channel<Clock>;
  /** Some card grew: whoever keeps versions drops them. */
  readonly onCardHeard: () => void;
  readonly actorOfToken: (token: string) => Promise<Result<Actor>>;
  readonly isOriginAllowed: (origin: string) => boolean;
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
  readonly random: () => number;
  readonly onFannedOut: (fact: { readonly sockets: number; readonly durationMs: number }) => void;
  readonly onTrouble: (error: unknown) => void;
};

const graceMs = 60_000;
const rejudgeMs = 60_000;
const leaveSpreadMs = 10_000;
const mostWatches = 12_500;
/** A device says its presence after a play and at each beat; all staff hears all of it each time. */
const presencesPerSecond = 4;

export type LiveRoom = ReturnType<typeof makeLiveServer>;

export const makeLiveServer = (deps: Deps) => {
  const { nowMs, onTrouble } = deps;
  const io: LiveServer = new Server(deps.http, {
    path: socketPath,
    serveClient: false,
    cookie: false,
    perMessageDeflate: false,
    maxHttpBufferSize: socketLimits.messageBytes,
    allowRequest: (request, decide) => {
      const { origin } = request.headers;
      decide(null, origin === undefined || deps.isOriginAllowed(origin));
    },
  });
  const replicas = makeReplicas({ ...deps, onMoved: (delta) => fanOut.deliver(delta) });
  const fanOut = makeFanOut({ ...deps, io, replicas });
  const pulse = makePulse({ ...deps, io, replicas });
  const cards = makeCardBoard({
    ...deps,
    watched: replicas.watched,
    onHeard: deps.onCardHeard,
    onChanged: (gameId, cardVersion) =>
      io.to(bothRooms(gameId)).emit('card-changed', { gameId: gameId as GameId, cardVersion }),
  });
  const watching = makeWatching({ ...deps, replicas, onTold: cards.told, mostWatches });
  const staffRoom = (gameId: string): string => roomOf(gameId, 'staff');
  const presence = makePresenceBoard({
    ...deps,
    shared: deps.sharedPresence,
    beatMs: socketLimits.pulseMs,
    staffed: () => replicas.watched().filter((gameId) => countIn(io, staffRoom(gameId)) > 0),
    onMoved: (said) => {
      for (const socket of socketsIn(io, staffRoom(said.gameId))) if (!isSlow(socket)) socket.emit('presence', said);
    },
  });
  const counts = makeSocketCounts();
  const timers: NodeJS.Timeout[] = [];

  const identify = async (socket: LiveSocket, token: string | null): Promise<boolean> => {
    if (token === null) {
      Object.assign(socket.data, { actor: nobody, token: null, expiresAtMs: null });
      return true;
    }
    const actor = await deps.actorOfToken(token);
    if (!actor.ok) return false;
    Object.assign(socket.data, { actor: actor.value, token, expiresAtMs: (decodeJwt(token).exp ?? 0) * 1000 });
    return true;
  };

  io.use((socket, next) => {
    Object.assign(socket.data, { watches: new Map() });
    const auth = handshake.safeParse(socket.handshake.auth);
    const token = auth.success ? (auth.data.token ?? null) : null;
    identify(socket, token).then(
      (isKnown) => next(isKnown ? undefined : new Error('token-invalid')),
      (error: unknown) => {
        onTrouble(error);
        next(new Error('server-busy'));
      },
    );
  });
  io.use((socket, next) => next(enter(socket) ? undefined : new Error('too-many-sockets')));

  const enter = (socket: LiveSocket): boolean => {
    const address = bucketOf(socket.handshake.address);
    const session = sessionOf(socket.data.actor);
    if (!counts.byAddress.add(address)) return false;
    if (session !== null && !counts.bySession.add(session)) {
      counts.byAddress.remove(address);
      return false;
    }
    socket.conn.once('close', () => {
      counts.byAddress.remove(address);
      if (session !== null) counts.bySession.remove(session);
    });
    return true;
  };

  io.on('connection', (socket) => {
    const hasLeft = makeMessageBucket(nowMs, socketLimits.messagesPerSecond);
    const hasPresenceLeft = makeMessageBucket(nowMs, presencesPerSecond);
    socket.use((_message, next) => {
      if (hasLeft()) next();
    });
    socket.on('watch', (message, answer) => {
      if (typeof answer !== 'function') return;
      watching
        .watch(socket, message)
        .then((watch) => {
          answer(watch);
          if ('audience' in watch && watch.audience === 'staff') presence.look(watch.gameId);
        })
        .catch(onTrouble);
    });
    socket.on('unwatch', (message) => {
      const parsed = fromClient.unwatch.safeParse(message);
      if (parsed.success) watching.leave(socket, parsed.data.gameId);
    });
    socket.on('renew', (message, answer) => {
      renew(socket, message).then((ok) => {
        if (typeof answer === 'function') answer({ ok });
      }, onTrouble);
    });
    socket.on('clock', (message) => {
      const said = clockSaid.safeParse(message);
      if (!said.success || !scores(socket, said.data.gameId)) return;
      const clock = { ...said.data, serverAt: instant(nowMs()) };
      socket.to(bothRooms(clock.gameId)).emit('clock', clock);
      deps.clocks.say(clock).catch(onTrouble);
    });
    socket.on('presence', (message) => {
      const said = presenceSaid.safeParse(message);
      if (!said.success || !scores(socket, said.data.gameId) || !hasPresenceLeft()) return;
      presence.saw(socket.id, said.data);
    });
    socket.on('disconnect', () => {
      watching.leaveAll(socket);
      presence.left(socket.id);
    });
  });

  const scores = (socket: LiveSocket, gameId: string): boolean => socket.data.watches.get(gameId)?.isScorer ?? false;

  const renew = async (socket: LiveSocket, message: unknown): Promise<boolean> => {
    const parsed = renewSchema.safeParse(message);
    if (!parsed.success || !(await identify(socket, parsed.data.accessToken))) return false;
    for (const gameId of socket.data.watches.keys()) await watching.rejudge(socket, gameId);
    return true;
  };

  const signOut = (socket: LiveSocket): void => {
    const watched = [...socket.data.watches.keys()];
    Object.assign(socket.data, { actor: nobody, token: null, expiresAtMs: null });
    for (const gameId of watched) watching.end(socket, gameId, 'session-expired');
  };

  /** Is the session behind this socket still there? Its token may have run out meanwhile: that is what the grace is for. */
  const recheck = async (socket: LiveSocket): Promise<void> => {
    const { token, expiresAtMs } = socket.data;
    if (token === null || expiresAtMs === null) return;
    if (nowMs() > expiresAtMs + graceMs) return signOut(socket);
    if (nowMs() < expiresAtMs && !(await identify(socket, token))) signOut(socket);
  };

  const rejudge = async (isAbout: (socket: LiveSocket, gameId: string) => boolean): Promise<void> => {
    for (const socket of io.sockets.sockets.values()) {
      const about = [...socket.data.watches.keys()].filter((gameId) => isAbout(socket, gameId));
      if (about.length === 0) continue;
      await recheck(socket);
      for (const gameId of about) await watching.rejudge(socket, gameId);
    }
  };

  return {
    start: async (): Promise<void> => {
      await cards.start();
      pulse.start();
      presence.start();
      deps.clocks.hear((clock) => io.to(bothRooms(clock.gameId)).emit('clock', clock));
      timers.push(setInterval(() => void rejudge(() => true).catch(onTrouble), rejudgeMs));
      timers.push(setInterval(() => void expire().catch(onTrouble), 1_000));
    },

    isWatched: replicas.isOpen,

    /** From the fold. */
    delta: (delta: Delta): void => replicas.take(delta),

    /** From the log: pads follow it event by event. */
    grew: (gameId: string, events: readonly NumberedEvent[]): void => {
      const last = events.at(-1);
      if (last === undefined) return;
      replicas.grew(gameId, last.seq);
      const room = scorersRoomOf(gameId);
      if (countIn(io, room) === 0) return;
      io.to(room).emit('log-grew', {
        gameId: gameId as GameId,
        fromSeq: events[0]!.seq,
        events: [...events],
        headSeq: last.seq,
      });
    },

    /** Rights changed: of one user or session, of one game, or (by team, league, person) of who knows whom. */
    accessChanged: ({ subject, subjectId }: { readonly subject: string; readonly subjectId: string }): Promise<void> =>
      rejudge(({ data: { actor } }, gameId) => {
        if (subject === 'user') return actor.kind === 'user' && actor.userId === subjectId;
        if (subject === 'session') return sessionOf(actor) === subjectId;
        return subject === 'game' ? gameId === subjectId : true;
      }),

    /** Says goodbye, each to come back at another moment (L-10), and closes. */
    stop: async (): Promise<void> => {
      pulse.stop();
      presence.stop();
      await cards.stop();
      for (const timer of timers) clearInterval(timer);
      for (const socket of io.sockets.sockets.values()) {
        socket.emit('leaving', { reconnectInMs: Math.floor(deps.random() * leaveSpreadMs) });
      }
      await new Promise((sent) => setTimeout(sent, io.sockets.sockets.size > 0 ? 50 : 0));
      io.disconnectSockets(true);
      io.engine.close();
    },
  };

  async function expire(): Promise<void> {
    for (const socket of io.sockets.sockets.values()) {
      const { expiresAtMs } = socket.data;
      if (expiresAtMs !== null && nowMs() > expiresAtMs + graceMs) signOut(socket);
    }
  }
};

const sessionOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.sessionId : null);

const instant = (ms: number): IsoInstant => new Date(ms).toISOString() as IsoInstant;
