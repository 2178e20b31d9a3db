/** Leagues: an organisation whose teams play for a table. */
import { z } from 'zod';
import { route, uuid } from '../route.ts';
import { typedName } from './accounts.ts';
import { ageGroup, nounName, teamVisibility } from './nouns.ts';
import { nextCursor, pageQuery } from './paging.ts';

export const league = z
  .strictObject({
    id: uuid,
    name: z.string(),
    shortName: z.string(),
    ageGroup,
    /** Its teams and games are at most this visible. */
    maxVisibility: teamVisibility,
    /** May strangers see where and when its games are played, beforehand. */
    publishesVenues: z.boolean(),
    status: z.enum(['active', 'closing', 'closed']),
    rights: z.strictObject({ canEdit: z.boolean() }),
  })
  .meta({ id: 'League' });
export type League = z.infer<typeof league>;

const tags = ['leagues'];
const params = z.strictObject({ leagueId: uuid });
const page = { 200: z.strictObject({ leagues: z.array(league), nextCursor }) };

export const putLeagueRoute = route({
  method: 'put',
  path: '/v1/leagues/{leagueId}',
  summary: 'Found a league; its founder administers it',
  description: 'The same body again answers 200; another body for an id that is taken is refused.',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    name: nounName,
    shortName: typedName(8),
    ageGroup,
    /** Unless said: public for adults, team for the young. */
    maxVisibility: teamVisibility.optional(),
    publishesVenues: z.boolean().default(false),
  }),
  responses: { 200: league, 201: league },
  problems: ['adults-only', 'id-taken'],
});

export const changeLeagueRoute = route({
  method: 'patch',
  path: '/v1/leagues/{leagueId}',
  summary: 'Change a league',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    name: nounName.optional(),
    shortName: typedName(8).optional(),
    maxVisibility: teamVisibility.optional(),
    publishesVenues: z.boolean().optional(),
  }),
  responses: { 200: league },
  problems: ['league-not-found', 'not-permitted'],
});

export const getLeagueRoute = route({
  method: 'get',
  path: '/v1/leagues/{leagueId}',
  summary: 'A league',
  tags,
  access: 'anyone',
  params,
  responses: { 200: league },
  problems: ['league-not-found'],
});

export const listLeaguesRoute = route({
  method: 'get',
  path: '/v1/leagues',
  summary: 'The leagues one may see, by name',
  tags,
  access: 'anyone',
  query: pageQuery,
  responses: page,
  problems: ['cursor-unknown'],
});

export const listPublicLeaguesRoute = route({
  method: 'get',
  path: '/v1/public/leagues',
  summary: 'The public leagues, by name',
  tags,
  access: 'public',
  query: pageQuery,
  responses: page,
  problems: ['cursor-unknown'],
});
