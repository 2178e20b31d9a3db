/** Accounts: register, confirm, reset, and one's own profile. Register and reset-request answer the same whoever asks about whomever. */
import { z } from 'zod';
import { day, instant, route, uuid } from '../route.ts';

/** What a person types as a name: NFC, no control and no bidi-override characters. */
export const typedName = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .regex(/^[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u, 'holds characters that are not allowed'),
    );

export const email = z
  .string()
  .max(254)
  .transform((text) => text.trim())
  .pipe(z.email());

/** Bounds only; which passwords are refused is the server's list. Counted in code points after NFC. */
export const password = z.string().min(1).max(512);

export const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters');

/** A secret out of a link's fragment. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Who holds which relation to what; the app shows or hides by it, the server decides anew each time. */
export const relation = z
  .strictObject({
    kind: z.enum(['league-admin', 'head-coach', 'assistant-coach', 'follower', 'player', 'guardian', 'scorer']),
    leagueId: uuid.nullable(),
    teamId: uuid.nullable(),
    gameId: uuid.nullable(),
  })
  .meta({ id: 'Relation' });
export type Relation = z.infer<typeof relation>;

export const account = z
  .strictObject({
    id: uuid,
    email: z.string(),
    displayName: z.string(),
    isEmailVerified: z.boolean(),
    platformRole: z.enum(['admin']).nullable(),
    country: country.nullable(),
    createdAt: instant,
    relations: z.array(relation),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof account>;

const tags = ['accounts'];

export const registerRoute = route({
  method: 'post',
  path: '/v1/accounts/register',
  summary: 'Ask for an account',
  description:
    'Always 202 in the same time: a mail follows, also when the address has an account already. ' +
    'Age is asked before anything else; an answer under 13 is refused and stores nothing.',
  tags,
  access: 'public',
  limits: ['register'],
  body: z.strictObject({ email, password, displayName: typedName(40), country, birthYearMonthDay: day.nullable() }),
  responses: { 202: null },
  problems: ['password-too-weak', 'too-young', 'too-many-requests', 'server-busy'],
});

export const verifyEmailRoute = route({
  method: 'post',
  path: '/v1/accounts/verify',
  summary: 'Confirm an e-mail address with the token of the mail',
  tags,
  access: 'public',
  limits: ['oneTimeLink'],
  body: z.strictObject({ token: linkToken }),
  responses: { 204: null },
  problems: ['link-spent-or-expired'],
});

export const requestResetRoute = route({
  method: 'post',
  path: '/v1/accounts/reset-request',
  summary: 'Ask for a mail that lets one set a new password',
  tags,
  access: 'public',
  limits: ['reset'],
  body: z.strictObject({ email }),
  responses: { 202: null },
  problems: ['too-many-requests'],
});

export const resetPasswordRoute = route({
  method: 'post',
  path: '/v1/accounts/reset',
  summary: 'Set a new password with the token of the mail',
  description: 'Ends all sessions of the account and signs nobody in.',
  tags,
  access: 'public',
  limits: ['oneTimeLink'],
  body: z.strictObject({ token: linkToken, password }),
  responses: { 204: null },
  problems: ['link-spent-or-expired', 'password-too-weak', 'server-busy'],
});

export const getMeRoute = route({
  method: 'get',
  path: '/v1/me',
  summary: 'The own account',
  tags,
  access: 'signed-in',
  responses: { 200: account },
});

export const changeMeRoute = route({
  method: 'patch',
  path: '/v1/me',
  summary: 'Change the own account',
  description:
    'Needs a sign-in of the last 10 minutes (`sign-in-again` otherwise). A new password ends all other sessions.',
  tags,
  access: 'signed-in',
  body: z.strictObject({
    displayName: typedName(40).optional(),
    country: country.optional(),
    password: password.optional(),
  }),
  responses: { 200: account },
  problems: ['sign-in-again', 'password-too-weak', 'server-busy'],
});
