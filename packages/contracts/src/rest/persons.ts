/** Persons: people who play. The only doors besides rosters and game cards where a name may pass. */
import { z } from 'zod';
import { day, route, uuid } from '../route.ts';
import { typedName } from './accounts.ts';

export const publicDisplay = z.enum(['number', 'initials', 'short', 'full']);
export const teamDisplay = z.enum(['initials', 'full']);

export const person = z
  .strictObject({
    id: uuid,
    givenName: z.string(),
    familyName: z.string(),
    publicDisplay,
    teamDisplay,
    /** A protected person is a number outside staff and league. */
    isProtected: z.boolean(),
    isMinor: z.boolean(),
    /** For the person and its guardians; null for everybody else, also when it is not known. */
    bornOn: day.nullable(),
    rights: z.strictObject({
      canRename: z.boolean(),
      canEditPrivate: z.boolean(),
      canWidenDisplay: z.boolean(),
      canNarrowDisplay: z.boolean(),
    }),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

const tags = ['people'];
const params = z.strictObject({ personId: uuid });
const namePart = typedName(40);

export const putPersonRoute = route({
  method: 'put',
  path: '/v1/persons/{personId}',
  summary: 'Add somebody who plays',
  description:
    'For a team by its coaches or league, or for oneself. Others see of a minor only initials until a guardian agrees to more. ' +
    'The same body again answers 200; another body for an id that is taken is refused.',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    givenName: namePart,
    familyName: namePart,
    bornOn: day.nullable().default(null),
    /** The team this person is to play for; null: the asker's own person. */
    teamId: uuid.nullable(),
  }),
  responses: { 200: person, 201: person },
  problems: ['team-not-found', 'not-permitted', 'shell-has-no-people', 'own-person-exists', 'id-taken'],
});

export const changePersonRoute = route({
  method: 'patch',
  path: '/v1/persons/{personId}',
  summary: 'Change a person: name, display, date of birth',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({
    givenName: namePart.optional(),
    familyName: namePart.optional(),
    publicDisplay: publicDisplay.optional(),
    teamDisplay: teamDisplay.optional(),
    isProtected: z.boolean().optional(),
    bornOn: day.nullable().optional(),
  }),
  responses: { 200: person },
  problems: ['person-not-found', 'not-permitted', 'guardian-decides', 'sign-in-again'],
});

export const getPersonRoute = route({
  method: 'get',
  path: '/v1/persons/{personId}',
  summary: 'A person, for those who may know the name',
  tags,
  access: 'signed-in',
  params,
  responses: { 200: person },
  problems: ['person-not-found'],
});
