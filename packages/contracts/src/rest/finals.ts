/** Final scores: as they were announced, and the confirmation of one that is disputed (protocol.md §11). */
import { z } from 'zod';
import { instant, route, uuid } from '../route.ts';
import { gameDetail, whoseGames } from './games.ts';
import { nextCursor, paging } from './paging.ts';
import { teamRef } from './teams.ts';

export const announcedFinal = z
  .strictObject({
    gameId: uuid,
    leagueId: uuid.nullable(),
    seasonId: uuid.nullable(),
    home: teamRef,
    away: teamRef,
    /** As announced; it is not changed afterwards. */
    score: z.strictObject({ home: z.int(), away: z.int() }),
    /** `corrected`: another score was announced of this game before. */
    announcedAs: z.enum(['final', 'corrected']),
    announcedAt: instant,
    /** false: the game was reopened since. */
    isStanding: z.boolean(),
    finalEventId: uuid,
  })
  .meta({ id: 'AnnouncedFinal' });
export type AnnouncedFinal = z.infer<typeof announcedFinal>;

const tags = ['games'];
const listQuery = z.strictObject({
  ...paging,
  leagueId: uuid.optional(),
  seasonId: uuid.optional(),
  teamId: uuid.optional(),
});
const page = { 200: z.strictObject({ finals: z.array(announcedFinal), nextCursor }) };

export const listFinalsRoute = route({
  method: 'get',
  path: '/v1/finals',
  summary: 'Final scores as they were announced, of the games one may see, newest first',
  description: 'A final is announced once, a minute after it was settled, if it still stands then.',
  tags,
  access: 'anyone',
  query: z.strictObject({
    ...listQuery.shape,
    scope: whoseGames,
  }),
  responses: page,
  problems: ['cursor-unknown'],
});

export const listPublicFinalsRoute = route({
  method: 'get',
  path: '/v1/public/finals',
  summary: 'Final scores of public games as they were announced, newest first',
  tags,
  access: 'public',
  query: listQuery,
  responses: page,
  problems: ['cursor-unknown'],
});

export const confirmFinalRoute = route({
  method: 'post',
  path: '/v1/games/{gameId}/final/confirm',
  summary: 'Confirm a final whose score is disputed, with the score that the plays add up to',
  description:
    'By the league; of a friendly, by the head coach of the team that hosts it. Confirming the same final again changes nothing. ' +
    'Who wants another score reopens the game.',
  tags,
  access: 'verified',
  params: z.strictObject({ gameId: uuid }),
  body: z.strictObject({ finalEventId: uuid }),
  responses: { 200: gameDetail },
  problems: ['game-not-found', 'not-permitted', 'final-does-not-stand', 'final-not-disputed', 'revision-not-reached'],
});
