/** Who keys a game, and with which devices. */
import { z } from 'zod';
import { instant, route, uuid } from '../route.ts';

export const covers = z.enum(['home', 'away', 'both']);

export const scorer = z
  .strictObject({
    gameId: uuid,
    userId: uuid,
    /** What the user calls themselves; an account's name, never a player's. */
    displayName: z.string(),
    covers,
    since: instant,
  })
  .meta({ id: 'Scorer' });
export type Scorer = z.infer<typeof scorer>;

export const recorder = z
  .strictObject({ gameId: uuid, id: uuid, deviceLabel: z.string().nullable(), registeredAt: instant })
  .meta({ id: 'Recorder' });
export type Recorder = z.infer<typeof recorder>;

const tags = ['scorers'];
const params = z.strictObject({ gameId: uuid, userId: uuid });

export const assignScorerRoute = route({
  method: 'put',
  path: '/v1/games/{gameId}/scorers/{userId}',
  summary: 'Let somebody score a game',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({ covers: covers.default('both') }),
  responses: { 200: scorer, 201: scorer },
  problems: ['game-not-found', 'user-not-found', 'not-permitted'],
});

export const removeScorerRoute = route({
  method: 'delete',
  path: '/v1/games/{gameId}/scorers/{userId}',
  summary: 'End a scorer’s assignment; what they keyed stays, what they still send is held',
  tags,
  access: 'verified',
  params,
  responses: { 204: null },
  problems: ['game-not-found', 'scorer-not-found', 'not-permitted'],
});

export const listScorersRoute = route({
  method: 'get',
  path: '/v1/games/{gameId}/scorers',
  summary: 'Who scores a game, for its staff',
  tags,
  access: 'signed-in',
  params: z.strictObject({ gameId: uuid }),
  responses: { 200: z.strictObject({ scorers: z.array(scorer), nextCursor: z.null() }) },
  problems: ['game-not-found', 'not-permitted'],
});

export const registerRecorderRoute = route({
  method: 'put',
  path: '/v1/games/{gameId}/recorders/{recorderId}',
  summary: 'Register the id under which a device records',
  description: 'Made by the device, also offline. An id that is somebody else’s stays theirs: it is only a label.',
  tags,
  access: 'signed-in',
  params: z.strictObject({ gameId: uuid, recorderId: uuid }),
  body: z.strictObject({ deviceLabel: z.string().max(60).nullable().default(null) }),
  responses: { 200: recorder, 201: recorder },
  problems: ['game-not-found', 'not-a-scorer'],
});
