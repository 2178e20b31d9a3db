/** Teams: who plays together, and how others see them. */
import { z } from 'zod';
import { route, uuid } from '../route.ts';
import { typedName } from './accounts.ts';
import { ageGroup, colour, nounName, teamVisibility } from './nouns.ts';
import { nextCursor, paging } from './paging.ts';

/** A team as games and lists name it. */
export const teamRef = z
  .strictObject({ id: uuid, name: z.string(), shortName: z.string(), colour: colour.nullable() })
  .meta({ id: 'TeamRef' });
export type TeamRef = z.infer<typeof teamRef>;

export const team = z
  .strictObject({
    ...teamRef.shape,
    /** The league that keeps it; null: it stands by itself. */
    leagueId: uuid.nullable(),
    ageGroup,
    visibility: teamVisibility,
    /** An opponent that nobody manages: numbers only, no people. */
    isShell: z.boolean(),
    rights: z.strictObject({ canEdit: z.boolean(), canEditRoster: z.boolean(), canCreateGame: z.boolean() }),
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof team>;

const tags = ['teams'];
const params = z.strictObject({ teamId: uuid });
const shortName = typedName(4);

export const putTeamRoute = route({
  method: 'put',
  path: '/v1/teams/{teamId}',
  summary: 'Make a team; its maker coaches it, unless a league keeps it',
  description: 'The same body again answers 200; another body for an id that is taken is refused.',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    name: nounName,
    shortName,
    colour: colour.nullable().default(null),
    ageGroup,
    /** Unless said: public for adults, team for the young; never wider than the league allows. */
    visibility: teamVisibility.optional(),
    leagueId: uuid.nullable().default(null),
    isShell: z.boolean().default(false),
  }),
  responses: { 200: team, 201: team },
  problems: ['adults-only', 'league-not-found', 'not-permitted', 'wider-than-the-league', 'id-taken'],
});

export const changeTeamRoute = route({
  method: 'patch',
  path: '/v1/teams/{teamId}',
  summary: 'Change a team',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    name: nounName.optional(),
    shortName: shortName.optional(),
    colour: colour.nullable().optional(),
    ageGroup: ageGroup.optional(),
    visibility: teamVisibility.optional(),
  }),
  responses: { 200: team },
  problems: ['team-not-found', 'not-permitted', 'age-group-fixed', 'wider-than-the-league'],
});

export const getTeamRoute = route({
  method: 'get',
  path: '/v1/teams/{teamId}',
  summary: 'A team',
  tags,
  access: 'anyone',
  params,
  responses: { 200: team },
  problems: ['team-not-found'],
});

export const listTeamsRoute = route({
  method: 'get',
  path: '/v1/teams',
  summary: 'The teams one may see, by name',
  tags,
  access: 'anyone',
  query: z.strictObject({
    ...paging,
    leagueId: uuid.optional(),
    seasonId: uuid.optional(),
    /** `mine`: teams one coaches, plays for, follows or guards a player of. */
    scope: z.enum(['all', 'mine']).default('all'),
  }),
  responses: { 200: z.strictObject({ teams: z.array(team), nextCursor }) },
  problems: ['cursor-unknown'],
});
