/**
 * Sessions: sign in, refresh, list, end. On the web the refresh token travels in an HttpOnly cookie only and `refreshToken` is null
 * in every body; on phones it is in the body and lives in the secure store.
 */
import { z } from 'zod';
import { instant, route, uuid } from '../route.ts';
import { account, email, password } from './accounts.ts';

export const client = z.enum(['web', 'phone']);
export type Client = z.infer<typeof client>;

/** `<session id>.<32 random bytes>` */
export const refreshToken = z.string().regex(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/);

export const signedIn = z
  .strictObject({
    accessToken: z.string(),
    expiresAt: instant,
    refreshToken: refreshToken.nullable(),
    user: account,
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof signedIn>;

export const session = z
  .strictObject({
    id: uuid,
    client,
    deviceLabel: z.string().nullable(),
    /** Where it was last used: an address prefix (/24 or /48), for people to recognise. */
    place: z.string().nullable(),
    signedInAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    isThisOne: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;

const tags = ['sessions'];

export const signInRoute = route({
  method: 'post',
  path: '/v1/sessions',
  summary: 'Sign in',
  tags,
  access: 'public',
  limits: [],
  body: z.strictObject({
    email,
    password,
    client,
    /** Random, made once per installation: a device seen before is not locked out by somebody else's failures. */
    deviceId: uuid.optional(),
    deviceLabel: z.string().max(60).optional(),
  }),
  responses: { 200: signedIn },
  problems: ['sign-in-failed', 'too-many-requests', 'server-busy', 'origin-not-allowed'],
});

export const refreshRoute = route({
  method: 'post',
  path: '/v1/sessions/refresh',
  summary: 'A new access token, and the successor of the refresh token',
  description: 'A repeated request gets the same successor. A token that was spent earlier ends the whole session.',
  tags,
  access: 'public',
  body: z.strictObject({ refreshToken: refreshToken.optional() }),
  responses: { 200: signedIn },
  problems: ['refresh-token-unknown', 'session-ended', 'origin-not-allowed', 'too-many-requests'],
});

export const signOutRoute = route({
  method: 'post',
  path: '/v1/sessions/sign-out',
  summary: 'End this session',
  description: 'By refresh token in the body, or by the cookie on the web. Succeeds also when nobody is signed in.',
  tags,
  access: 'public',
  body: z.strictObject({ refreshToken: refreshToken.optional() }),
  responses: { 204: null },
  problems: ['origin-not-allowed'],
});

export const listSessionsRoute = route({
  method: 'get',
  path: '/v1/sessions',
  summary: 'The own sessions, newest first',
  tags,
  access: 'signed-in',
  responses: { 200: z.strictObject({ sessions: z.array(session), nextCursor: z.null() }) },
});

export const endSessionRoute = route({
  method: 'delete',
  path: '/v1/sessions/{sessionId}',
  summary: 'End one of the own sessions',
  tags,
  access: 'signed-in',
  params: z.strictObject({ sessionId: uuid }),
  responses: { 204: null },
  problems: ['session-not-found'],
});
