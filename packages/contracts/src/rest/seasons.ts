/** Seasons of a league, the teams in them, and what their final games add up to. */
import { statKeys } from '@bball/engine';
import { z } from 'zod';
import { count } from '../events/fields.ts';
import { ruleSet } from '../events/rules.ts';
import { day, type RouteSpec, route, uuid } from '../route.ts';
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

/** Of the finals that stand. */
const record = { games: count, won: count, lost: count, tied: count, pts: count, opponentPts: count };

export const standing = z
  .strictObject({
    /** Equal teams share a rank; the next one counts them all. */
    rank: z.int(),
    team: teamRef,
    ...record,
    /** A tie is half a win; null: no game yet. */
    winPct: z.number().nullable(),
  })
  .meta({ id: 'Standing' });
export type Standing = z.infer<typeof standing>;

export const standings = z.strictObject({ seasonId: uuid, standings: z.array(standing) }).meta({ id: 'Standings' });
export type Standings = z.infer<typeof standings>;

export const leader = z
  .strictObject({
    /** Among all players of the season, also those that this reader is not shown. */
    rank: z.int(),
    /** The roster spot, or a guest of one game. */
    playerId: uuid,
    teamId: uuid,
    number: z.string(),
    /** As this reader may know the player. */
    displayName: z.string(),
    /** In which the column was recorded. */
    games: count,
    total: z.int(),
    perGame: z.number(),
  })
  .meta({ id: 'Leader' });
export type Leader = z.infer<typeof leader>;

export const teamForm = z
  .strictObject({
    team: teamRef,
    ...record,
    /** Wins in a row, or losses as a negative number. */
    streak: z.int(),
    /** The latest first; the ten latest, without those that this reader may not watch. */
    lastGames: z.array(z.strictObject({ gameId: uuid, opponent: teamRef, pts: count, opponentPts: count })),
  })
  .meta({ id: 'TeamForm' });
export type TeamForm = z.infer<typeof teamForm>;

export const seasonLeaders = z
  .strictObject({
    seasonId: uuid,
    /** Final games that these numbers are made of. */
    games: count,
    /** Columns that no game recorded are left out. Per game: of those who played in half of their team's games. */
    columns: z.array(z.strictObject({ column: z.enum(statKeys), total: z.array(leader), perGame: z.array(leader) })),
    teams: z.array(teamForm),
  })
  .meta({ id: 'SeasonLeaders' });
export type SeasonLeaders = z.infer<typeof seasonLeaders>;

/** The two doors of a read of a season: the same contract, the public path beside the private one. */
const bothSeasonDoors = <const Read extends Pick<RouteSpec, 'summary' | 'description' | 'responses'>>(
  path: string,
  read: Read,
) => {
  const shared = { ...read, method: 'get', tags, params, problems: ['season-not-found'] } as const;
  return [
    route({ ...shared, path: `/v1/seasons/{seasonId}${path}`, access: 'anyone' }),
    route({ ...shared, path: `/v1/public/seasons/{seasonId}${path}`, access: 'public' }),
  ] as const;
};

export const [standingsRoute, publicStandingsRoute] = bothSeasonDoors('/standings', {
  summary: 'The standings of a season: of the finals that stand now, and of teams that have not played yet',
  description:
    'By the share of wins, then by the difference of points, then by points; equal teams by name. A game that is reopened is out of it ' +
    'until its next final.',
  responses: { 200: standings },
});

export const [seasonLeadersRoute, publicSeasonLeadersRoute] = bothSeasonDoors('/leaders', {
  summary: 'The leaders of a season by column, in total and per game, and the form of its teams',
  description:
    'Of final games, and a few seconds behind them. Players of teams whose roster this reader does not see are left out.',
  responses: { 200: seasonLeaders },
});
