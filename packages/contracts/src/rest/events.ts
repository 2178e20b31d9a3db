/**
 * The door of the log: append and read events. What the answers mean: protocol.md §5.
 * Invariants: one answer per event, in the order of the request; `rejected` depends on the event's bytes alone; all else
 * about a request as a whole is a problem, and then nothing is decided about any event.
 */
import type { GameEvent } from '@bball/engine';
import { z } from 'zod';
import { count, eventId, gameId } from '../events/fields.ts';
import { eventLimits, gameEvent } from '../events/game-event.ts';
import { instant, route, uuid } from '../route.ts';

export const holdCodes = [
  'game-is-final',
  'status-unchanged',
  'newer-status',
  'link-ended',
  'role-lost',
  'not-permitted',
] as const;
export type HoldCode = (typeof holdCodes)[number];

/** `discarded`: it had been held, and a person decided against it for ever. */
export const rejectionCodes = ['malformed', 'too-large', 'wrong-game', 'id-reused', 'discarded'] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

export const answer = z
  .discriminatedUnion('outcome', [
    z.strictObject({ id: eventId, outcome: z.enum(['accepted', 'repeated']), seq: z.int().min(1), code: z.null() }),
    z.strictObject({ id: eventId, outcome: z.literal('held'), seq: z.null(), code: z.enum(holdCodes) }),
    z.strictObject({
      /** null where not even an id could be read. */
      id: eventId.nullable(),
      outcome: z.literal('rejected'),
      seq: z.null(),
      code: z.enum(rejectionCodes),
    }),
  ])
  .meta({ id: 'EventAnswer' });
export type EventAnswer = z.infer<typeof answer>;

export const appended = z
  .strictObject({ gameId, headSeq: count, serverAt: instant, answers: z.array(answer) })
  .meta({ id: 'Appended' });
export type Appended = z.infer<typeof appended>;

/** Events are judged one by one (`sealEvent`), so that one that is malformed never takes the others along; at most 500. */
export const appendRequest = z.strictObject({
  contractVersion: z.int().min(1),
  events: z.array(z.unknown()).min(1),
});

const inGame = z.strictObject({ gameId: uuid });
const tags = ['log'];

export const appendEventsRoute = route({
  method: 'post',
  path: '/v1/games/{gameId}/events',
  summary: 'Append events to a game’s log',
  description: 'Each event is a `GameEvent`. Sending an event again changes nothing and is answered with its seq.',
  tags,
  access: 'signed-in',
  params: inGame,
  body: appendRequest,
  bodyBytes: eventLimits.batchBytes,
  limits: ['events'],
  responses: { 200: appended },
  problems: [
    'game-not-found',
    'not-a-scorer',
    'contract-too-new',
    'contract-too-old',
    'batch-too-large',
    'log-full',
    'too-many-requests',
    'server-busy',
  ],
});

const seqs = z.coerce.number().int().min(0);

/** An event with the server's number. */
export const loggedEvent = z
  .unknown()
  .meta({ id: 'LoggedEvent', description: 'A `GameEvent` and its `seq`' }) as z.ZodType<
  GameEvent & { readonly seq: number }
>;

export const logPage = z.strictObject({ gameId, headSeq: count, events: z.array(loggedEvent) }).meta({ id: 'LogPage' });
export type LogPage = z.infer<typeof logPage>;

export const readEventsRoute = route({
  method: 'get',
  path: '/v1/games/{gameId}/events',
  summary: 'The events after a seq, without a gap',
  tags,
  access: 'signed-in',
  params: inGame,
  query: z.strictObject({ after: seqs.default(0), limit: seqs.min(1).max(1000).default(1000) }),
  responses: { 200: logPage },
  problems: ['game-not-found', 'not-permitted'],
});

export { gameEvent };
