/** Games as nouns: who meets whom, when, under which rules. What happens in them is the log. */
import { levels } from '@bball/engine';
import { z } from 'zod';
import { tracked as facets } from '../events/fields.ts';
import { rulePatch, ruleSet } from '../events/rules.ts';
import { instant, route, uuid } from '../route.ts';
import { typedName } from './accounts.ts';
import { bothDoors } from './live.ts';
import { visibility } from './nouns.ts';
import { nextCursor, paging } from './paging.ts';
import { teamRef } from './teams.ts';

export const gameStatus = z.enum(['scheduled', 'live', 'final', 'cancelled']);

/** What is recorded from the start, per side. */
export const trackedSides = z.strictObject({ home: facets, away: facets });

const pairOfPoints = z.strictObject({ home: z.int(), away: z.int() });

const summaryFields = {
  id: uuid,
  leagueId: uuid.nullable(),
  seasonId: uuid.nullable(),
  home: teamRef,
  away: teamRef,
  /** null: not said, or not to this reader before the game. */
  startsAt: instant.nullable(),
  venue: z.string().nullable(),
  status: gameStatus,
  visibility,
  ruleSet,
  /** null: nothing was played yet. */
  score: pairOfPoints.nullable(),
  /** 0 before the first. */
  period: z.int(),
  clockMs: z.int().nullable(),
};

export const gameSummary = z.strictObject(summaryFields).meta({ id: 'GameSummary' });
export type GameSummary = z.infer<typeof gameSummary>;

export const gameDetail = z
  .strictObject({
    ...summaryFields,
    hostTeamId: uuid,
    /** Did the side that does not host agree; until then its people are not shown. */
    isAccepted: z.boolean(),
    rules: rulePatch,
    tracked: trackedSides,
    /**
     * For the staff: the final whose confirmed score is not what the plays add up to. It counts for nothing until somebody confirms it
     * or reopens the game; null: there is none.
     */
    disputedFinalId: uuid.nullable(),
    rights: z.strictObject({
      canScore: z.boolean(),
      canCorrect: z.boolean(),
      canSettleHeldPlays: z.boolean(),
      /** Sees flags, held plays and presence. */
      isStaff: z.boolean(),
      canEdit: z.boolean(),
      canAccept: z.boolean(),
      canAssignScorer: z.boolean(),
      canFinalize: z.boolean(),
      canReopen: z.boolean(),
      canConfirmFinal: z.boolean(),
    }),
  })
  .meta({ id: 'GameDetail' });
export type GameDetail = z.infer<typeof gameDetail>;

const tags = ['games'];
const params = z.strictObject({ gameId: uuid });

/** One of the three levels of detail for both sides, or facets side by side. */
const tracked = z.union([z.enum(Object.keys(levels) as [keyof typeof levels]), trackedSides]);
const venue = typedName(120);

export const putGameRoute = route({
  method: 'put',
  path: '/v1/games/{gameId}',
  summary: 'Set up a game',
  description:
    'By a coach of the team that hosts it, or by the league of its season. The other side is a shell until it accepts; ' +
    'whoever may answer for both sides accepts at once. The same body again answers 200; another body for an id that is taken is refused.',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    seasonId: uuid.nullable().default(null),
    homeTeamId: uuid,
    awayTeamId: uuid,
    /** Unless said: the home team. */
    hostTeamId: uuid.optional(),
    startsAt: instant.nullable().default(null),
    venue: venue.nullable().default(null),
    /** Unless said: the season's, else fiba-2024. */
    ruleSet: ruleSet.optional(),
    rules: rulePatch.default({}),
    tracked: tracked.default('full'),
    /** Unless said: as both teams are seen, and as the league allows. */
    visibility: visibility.optional(),
  }),
  responses: { 200: gameDetail, 201: gameDetail },
  problems: [
    'season-not-found',
    'team-not-found',
    'not-permitted',
    'one-team-only',
    'host-does-not-play',
    'team-not-entered',
    'wider-than-the-league',
    'id-taken',
  ],
});

export const changeGameRoute = route({
  method: 'patch',
  path: '/v1/games/{gameId}',
  summary: 'Change or cancel a game that is not over',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    startsAt: instant.nullable().optional(),
    venue: venue.nullable().optional(),
    ruleSet: ruleSet.optional(),
    rules: rulePatch.optional(),
    tracked: tracked.optional(),
    visibility: visibility.optional(),
    /** Live and final come from the log. */
    status: z.enum(['scheduled', 'cancelled']).optional(),
  }),
  responses: { 200: gameDetail },
  problems: ['game-not-found', 'not-permitted', 'game-has-begun', 'wider-than-the-league'],
});

export const [getGameRoute, getPublicGameRoute] = bothDoors('', {
  summary: 'A game, with what one may do in it',
  params,
  responses: { 200: gameDetail },
  problems: ['game-not-found'],
});

/** `mine`: games of one's own teams, and those one scores. */
export const whoseGames = z.enum(['all', 'mine']).default('all');

const listQuery = z.strictObject({
  ...paging,
  status: gameStatus.optional(),
  leagueId: uuid.optional(),
  seasonId: uuid.optional(),
  teamId: uuid.optional(),
});
const page = { 200: z.strictObject({ games: z.array(gameSummary), nextCursor }) };

export const listGamesRoute = route({
  method: 'get',
  path: '/v1/games',
  summary: 'The games one may see: latest first, or soonest first when only the scheduled are asked for',
  tags,
  access: 'anyone',
  query: z.strictObject({
    ...listQuery.shape,
    scope: whoseGames,
  }),
  responses: page,
  problems: ['cursor-unknown'],
});

export const listPublicGamesRoute = route({
  method: 'get',
  path: '/v1/public/games',
  summary: 'The public games: latest first, or soonest first when only the scheduled are asked for',
  tags,
  access: 'public',
  query: listQuery,
  responses: page,
  problems: ['cursor-unknown'],
});

export const acceptGameRoute = route({
  method: 'put',
  path: '/v1/games/{gameId}/acceptance',
  summary: 'Agree to a game for the side that does not host',
  tags,
  access: 'verified',
  params,
  responses: { 200: gameDetail },
  problems: ['game-not-found', 'not-permitted'],
});
