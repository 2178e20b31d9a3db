/** Seasons of a league and the teams in them. */
import { z } from 'zod';
import { ruleSet } from '../events/rules.ts';
import { day, route, uuid } from '../route.ts';
import { nounName } from './nouns.ts';
import { nextCursor, pageQuery } from './paging.ts';
import { teamRef } from './teams.ts';

export const season = z
  .strictObject({
    id: uuid,
    leagueId: uuid,
    name: z.string(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    /** What its games are played under, unless a game says otherwise. */
    ruleSet,
  })
  .meta({ id: 'Season' });
export type Season = z.infer<typeof season>;

export const seasonTeam = z
  .strictObject({
    seasonId: uuid,
    teamId: uuid,
    team: teamRef,
    /** asked: the league invites and the team has not answered. */
    status: z.enum(['asked', 'entered', 'left']),
  })
  .meta({ id: 'SeasonTeam' });
export type SeasonTeam = z.infer<typeof seasonTeam>;

const tags = ['seasons'];
const params = z.strictObject({ seasonId: uuid });
const entryParams = z.strictObject({ seasonId: uuid, teamId: uuid });

export const putSeasonRoute = route({
  method: 'put',
  path: '/v1/seasons/{seasonId}',
  summary: 'Open a season of a league',
  description: 'The same body again answers 200; another body for an id that is taken is refused.',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    leagueId: uuid,
    name: nounName,
    startsOn: day.nullable().default(null),
    endsOn: day.nullable().default(null),
    ruleSet: ruleSet.default('fiba-2024'),
  }),
  responses: { 200: season, 201: season },
  problems: ['league-not-found', 'not-permitted', 'ends-before-it-starts', 'id-taken'],
});

export const changeSeasonRoute = route({
  method: 'patch',
  path: '/v1/seasons/{seasonId}',
  summary: 'Change a season',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    name: nounName.optional(),
    startsOn: day.nullable().optional(),
    endsOn: day.nullable().optional(),
    ruleSet: ruleSet.optional(),
  }),
  responses: { 200: season },
  problems: ['season-not-found', 'not-permitted', 'ends-before-it-starts'],
});

export const getSeasonRoute = route({
  method: 'get',
  path: '/v1/seasons/{seasonId}',
  summary: 'A season',
  tags,
  access: 'anyone',
  params,
  responses: { 200: season },
  problems: ['season-not-found'],
});

export const listSeasonsRoute = route({
  method: 'get',
  path: '/v1/leagues/{leagueId}/seasons',
  summary: 'The seasons of a league, newest first',
  tags,
  access: 'anyone',
  params: z.strictObject({ leagueId: uuid }),
  query: pageQuery,
  responses: { 200: z.strictObject({ seasons: z.array(season), nextCursor }) },
  problems: ['league-not-found', 'cursor-unknown'],
});

export const enterTeamRoute = route({
  method: 'put',
  path: '/v1/seasons/{seasonId}/teams/{teamId}',
  summary: 'Bring a team into a season',
  description:
    'By the league for a team it keeps or that the asker coaches: entered. For any other team: asked, until its head coach does the same.',
  tags,
  access: 'verified',
  params: entryParams,
  responses: { 200: seasonTeam, 201: seasonTeam },
  problems: ['season-not-found', 'team-not-found', 'not-permitted'],
});

export const leaveSeasonRoute = route({
  method: 'delete',
  path: '/v1/seasons/{seasonId}/teams/{teamId}',
  summary: 'Take a team out of a season; its games stay',
  tags,
  access: 'verified',
  params: entryParams,
  responses: { 204: null },
  problems: ['season-not-found', 'team-not-found', 'not-permitted'],
});

export const listSeasonTeamsRoute = route({
  method: 'get',
  path: '/v1/seasons/{seasonId}/teams',
  summary: 'The teams of a season, by name',
  tags,
  access: 'anyone',
  params,
  query: pageQuery,
  responses: { 200: z.strictObject({ teams: z.array(seasonTeam), nextCursor }) },
  problems: ['season-not-found', 'cursor-unknown'],
});

/** A season that a team plays in, or is asked to. */
export const teamSeason = z
  .strictObject({ season, leagueName: z.string(), status: z.enum(['asked', 'entered', 'left']) })
  .meta({ id: 'TeamSeason' });
export type TeamSeason = z.infer<typeof teamSeason>;

export const listTeamSeasonsRoute = route({
  method: 'get',
  path: '/v1/teams/{teamId}/seasons',
  summary: 'The seasons of a team, newest first; for its staff also those it is asked to',
  tags,
  access: 'anyone',
  params: z.strictObject({ teamId: uuid }),
  query: pageQuery,
  responses: { 200: z.strictObject({ seasons: z.array(teamSeason), nextCursor }) },
  problems: ['team-not-found', 'cursor-unknown'],
});
