/** Roster spots: a person's place in a team. A spot's id is the `playerId` of every event and statistic. */
import { z } from 'zod';
import { shirtNumber } from '../events/fields.ts';
import { instant, route, uuid } from '../route.ts';
import { position } from './nouns.ts';
import { nextCursor, paging } from './paging.ts';

export const rosterSpot = z
  .strictObject({
    id: uuid,
    teamId: uuid,
    seasonId: uuid.nullable(),
    number: z.string(),
    position: position.nullable(),
    /** As this reader may see it: `Ana Reyes`, `A. Reyes`, `#7 A. R.` or `#7`. */
    displayName: z.string(),
    /** null: nobody is named, or not to this reader. */
    personId: uuid.nullable(),
    since: instant,
    until: instant.nullable(),
  })
  .meta({ id: 'RosterSpot' });
export type RosterSpot = z.infer<typeof rosterSpot>;

const tags = ['rosters'];
const params = z.strictObject({ teamId: uuid, spotId: uuid });

export const putSpotRoute = route({
  method: 'put',
  path: '/v1/teams/{teamId}/roster/{spotId}',
  summary: 'Put a number, and somebody who wears it, on the roster',
  description: 'The same body again answers 200; another body for an id that is taken is refused.',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    seasonId: uuid.nullable().default(null),
    number: shirtNumber,
    position: position.nullable().default(null),
    personId: uuid.nullable().default(null),
  }),
  responses: { 200: rosterSpot, 201: rosterSpot },
  problems: [
    'team-not-found',
    'season-not-found',
    'person-not-found',
    'not-permitted',
    'shell-has-no-people',
    'already-on-the-roster',
    'id-taken',
  ],
});

export const changeSpotRoute = route({
  method: 'patch',
  path: '/v1/teams/{teamId}/roster/{spotId}',
  summary: 'Change a roster spot; all games of it follow',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    number: shirtNumber.optional(),
    position: position.nullable().optional(),
    personId: uuid.nullable().optional(),
  }),
  responses: { 200: rosterSpot },
  problems: [
    'team-not-found',
    'spot-not-found',
    'person-not-found',
    'not-permitted',
    'shell-has-no-people',
    'already-on-the-roster',
  ],
});

export const leaveSpotRoute = route({
  method: 'delete',
  path: '/v1/teams/{teamId}/roster/{spotId}',
  summary: 'End a roster spot; what was played stays',
  tags,
  access: 'verified',
  params,
  responses: { 204: null },
  problems: ['team-not-found', 'spot-not-found', 'not-permitted'],
});

export const listRosterRoute = route({
  method: 'get',
  path: '/v1/teams/{teamId}/roster',
  summary: 'The roster of a team, by number',
  tags,
  access: 'anyone',
  params: z.strictObject({ teamId: uuid }),
  query: z.strictObject({
    ...paging,
    seasonId: uuid.optional(),
    /** `open`: those who play now; `all`: also those who left. */
    scope: z.enum(['open', 'all']).default('open'),
  }),
  responses: { 200: z.strictObject({ spots: z.array(rosterSpot), nextCursor }) },
  problems: ['team-not-found', 'cursor-unknown'],
});
