/** What the people see who keep the system running: where the stream stands, what it could not take, and the way to fold again. */
import { z } from 'zod';
import { instant, route, uuid } from '../route.ts';

const count = z.number().int().min(0);

/** The whole log of a game is waiting to be handed on again. */
export const refoldRequest = z
  .strictObject({
    gameId: uuid,
    /** A word: `fold-failed` and `record-refused` of a parked game, `operator`, `behind`, or what the job says. */
    reason: z.string().max(40),
    /** Its plays are kept and not handed on: nothing of it reaches viewers until the cause is gone. */
    isParked: z.boolean(),
    tries: count,
    askedAt: instant,
    dueAt: instant,
  })
  .meta({ id: 'RefoldRequest' });
export type RefoldRequest = z.infer<typeof refoldRequest>;

export const streamHealth = z
  .strictObject({
    at: instant,
    profile: z.enum(['embedded', 'distributed']),
    /** The process that answers. */
    processId: uuid,
    isLeader: z.boolean(),
    /** Who holds the lease of the publisher; null: nobody, so nothing is handed on. */
    leaderId: uuid.nullable(),
    outbox: z.strictObject({ depth: count, oldestAgeMs: count.nullable() }),
    /** null: there is none (embedded), or it does not answer. */
    broker: z
      .strictObject({
        /** Records that this process has yet to read. */
        topicLag: z.array(z.strictObject({ topic: z.string(), records: count })),
        /** Records that the job had yet to read at its last checkpoint; null: it has made none. */
        jobLagRecords: count.nullable(),
        deadLetters: count,
      })
      .nullable(),
    job: z.strictObject({
      /** The engine that runs now; null: none has ever been started. */
      engineVersion: z.number().int().nullable(),
      /** Games whose stored result is behind their log, and by how many events in all. */
      gamesBehind: count,
      eventsBehind: count,
      /** Games whose result an older engine made. */
      gamesOfOlderEngine: count,
    }),
    parkedGames: count,
    refoldCount: count,
    /** Parked games first, then by when they are due; at most 100. */
    refolds: z.array(refoldRequest),
  })
  .meta({ id: 'StreamHealth' });
export type StreamHealth = z.infer<typeof streamHealth>;

export const deadLetter = z
  .strictObject({
    partition: count,
    offset: count,
    at: instant,
    reason: z.string(),
    /** null: the key is no id of a game. */
    gameId: uuid.nullable(),
    /** Where it came from, if that is known. */
    source: z.strictObject({ topic: z.string(), partition: count.nullable(), offset: count.nullable() }).nullable(),
    sizeBytes: count,
    /** Its beginning as text; what cannot be shown is a point. It may hold anything, so it is for admins only. */
    text: z.string().max(2048),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetter = z.infer<typeof deadLetter>;

const tags = ['operations'];
const problems = ['not-permitted', 'sign-in-again'] as const;
const asked = z.strictObject({ games: count });
const forAdmins = 'For administrators of the platform who signed in within the last 10 minutes.';

export const streamHealthRoute = route({
  method: 'get',
  path: '/v1/operations/stream',
  summary: 'Where the stream stands, as this process sees it',
  description: forAdmins,
  tags,
  access: 'verified',
  responses: { 200: streamHealth },
  problems: [...problems],
});

export const listDeadLettersRoute = route({
  method: 'get',
  path: '/v1/operations/dead-letters',
  summary: 'What the job could not take, newest first',
  description: `${forAdmins} Read from the topic, which keeps them for 14 days.`,
  tags,
  access: 'verified',
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(50).default(20),
    /** Only those with a smaller offset. */
    before: z.coerce.number().int().min(1).optional(),
  }),
  responses: { 200: z.strictObject({ deadLetters: z.array(deadLetter), nextBefore: count.nullable() }) },
  problems: [...problems, 'broker-away'],
});

export const replayDeadLetterRoute = route({
  method: 'post',
  path: '/v1/operations/dead-letters/{partition}/{offset}/replay',
  summary: 'Hand the log of its game on again',
  description: `${forAdmins} PostgreSQL is the truth: not these bytes are sent again, but the whole log of the game.`,
  tags,
  access: 'verified',
  params: z.strictObject({ partition: z.coerce.number().int().min(0), offset: z.coerce.number().int().min(0) }),
  responses: { 200: asked },
  problems: [...problems, 'broker-away', 'dead-letter-not-found', 'dead-letter-without-game'],
});

export const refoldRoute = route({
  method: 'post',
  path: '/v1/operations/refolds',
  summary: 'Hand the logs of a game or of a season on again',
  description: `${forAdmins} At most 50 games a second, live ones first; asked twice it is done once.`,
  tags,
  access: 'verified',
  body: z.union([z.strictObject({ gameId: uuid }), z.strictObject({ seasonId: uuid })]),
  responses: { 200: asked },
  problems: [...problems, 'game-not-found', 'season-not-found'],
});
