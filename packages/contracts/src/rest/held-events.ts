/** Events that the log could not take although their sender had the right: kept until a person decides. */
import type { GameEvent } from '@bball/engine';
import { z } from 'zod';
import { eventId } from '../events/fields.ts';
import { instant, route, uuid } from '../route.ts';
import { answer, holdCodes } from './events.ts';

export const heldEvent = z
  .strictObject({
    event: z.unknown().meta({ description: 'A `GameEvent`' }) as z.ZodType<GameEvent>,
    code: z.enum(holdCodes),
    heldAt: instant,
  })
  .meta({ id: 'HeldEvent' });
export type HeldEvent = z.infer<typeof heldEvent>;

export const heldEvents = z.strictObject({ heldEvents: z.array(heldEvent), nextCursor: z.string().nullable() });
export type HeldEvents = z.infer<typeof heldEvents>;

const inGame = z.strictObject({ gameId: uuid });
const tags = ['log'];
const problems = ['game-not-found', 'not-permitted', 'log-full', 'server-busy'] as const;
const ids = z.strictObject({ ids: z.array(eventId).min(1).max(2000) });

export const listHeldEventsRoute = route({
  method: 'get',
  path: '/v1/games/{gameId}/held-events',
  summary: 'What waits for a decision, in the order of its making',
  tags,
  access: 'signed-in',
  params: inGame,
  responses: { 200: heldEvents },
  problems: ['game-not-found', 'not-permitted'],
});

export const admitHeldEventsRoute = route({
  method: 'post',
  path: '/v1/games/{gameId}/held-events/admit',
  summary: 'Take held events into the log, in the order in which their devices made them',
  tags,
  access: 'signed-in',
  params: inGame,
  body: ids,
  responses: { 200: z.strictObject({ answers: z.array(answer) }) },
  problems,
});

export const discardHeldEventsRoute = route({
  method: 'post',
  path: '/v1/games/{gameId}/held-events/discard',
  summary: 'Refuse held events for ever',
  tags,
  access: 'signed-in',
  params: inGame,
  body: ids,
  responses: { 200: z.strictObject({ discarded: z.array(eventId) }) },
  problems,
});
