/**
 * What the composition builds and every room may be handed. A command, query or handler names only the pieces it needs
 * (`Pick<Repositories['games'], 'find'>`), so that a test can pass literals.
 */
import type { Clock } from '@bball/contracts';
import type { AppendEvents } from './commands/append-events.ts';
import type { RecentRotations } from './commands/recent-rotations.ts';
import type { Config } from './config/index.ts';
import type { Credentials } from './credentials/index.ts';
import type { Limiter } from './limiter.ts';
import type { Logger } from './logger.ts';
import type { GameDoor } from './queries/game-door.ts';
import type { ActorOfToken } from './queries/get-actor.ts';
import type { AccessChanges } from './repositories/access-changes.ts';
import type { Repositories } from './repositories/all.ts';
import type { CardVersions } from './repositories/card-versions.ts';
import type { Database } from './repositories/database.ts';
import type { DemoGames } from './repositories/demo-games.ts';
import type { Channel } from './repositories/redis/channel.ts';
import type { Redis } from './repositories/redis/connection.ts';
import type { SharedPresence } from './repositories/redis/shared-presence.ts';
import type { LogReader } from './streaming/replica-reads.ts';
import type { Stream } from './streaming/stream.ts';
import type { Telemetry } from './telemetry.ts';

/** Time and chance, handed in by whoever starts the API. */
export type World = {
  readonly nowMs: () => number;
  /** Goes forward only; for durations. */
  readonly monotonicMs: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
};

export type Parts = World & {
  readonly config: Config;
  readonly log: Logger;
  readonly telemetry: Telemetry;
  readonly limiter: Limiter;
  readonly database: Database;
  readonly repositories: Repositories;
  /** What is worth sharing over processes and can be made again. Everything works without it. */
  readonly redis: Pick<Redis, 'isThere'>;
  readonly sharedPresence: SharedPresence;
  /** The clocks of pads, from process to process. */
  readonly clocks: Channel<Clock>;
  readonly rotations: RecentRotations;
  readonly credentials: Credentials;
  /** Tells when a right changed, within milliseconds by NOTIFY and within 2 s by the poll. */
  readonly accessChanges: AccessChanges;
  /** The actor behind a bearer token, for the doors of http and of the sockets. */
  readonly actorOfToken: ActorOfToken;
  /** Who stands at the door of a game: its facts and the asker's relations, kept for seconds. */
  readonly door: GameDoor;
  readonly cardVersions: CardVersions;
  readonly demoGames: DemoGames;
  /** From the log to the viewers. */
  readonly stream: Stream;
  /** Pages of logs. */
  readonly logReader: LogReader;
  /** The one way into a game's log, for requests and for tasks. */
  readonly append: AppendEvents;
  /** A UUIDv7 of now. */
  readonly newId: () => string;
  /** Where people reach us, without a slash at the end. Known once the port is bound. */
  readonly publicUrl: () => string;
};
