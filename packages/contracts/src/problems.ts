/**
 * Every refusal that crosses a wire, once: code → status and title. API and app read this table; a code is a kebab-case fact.
 * Invariants: a code never changes its meaning or status; 404 is "not seen", 403 is "seen but not permitted" (access.md §2).
 * To add one: add a row, then `reject('your-code')` in a command, a query or a handler.
 * Source: RFC 9457 for the shape.
 */
import { z } from 'zod';

type ProblemRow = { readonly status: number; readonly title: string };

export const problems = {
  // requests
  'request-malformed': { status: 400, title: 'The request is not what this address expects' },
  'json-unreadable': { status: 400, title: 'The body is not JSON that can be read' },
  'cursor-unknown': { status: 400, title: 'The cursor does not belong to this list' },
  'route-not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not know this method' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'body-not-json': { status: 415, title: 'The body must be application/json' },
  'too-many-requests': { status: 429, title: 'Too many requests; try again a little later' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'server-busy': { status: 503, title: 'The server is busy; try again in a moment' },
  'not-ready': { status: 503, title: 'The server is not ready' },
  'origin-not-allowed': { status: 403, title: 'This page may not send this request' },
  'contract-too-new': { status: 409, title: 'The app is newer than the server' },
  'contract-too-old': { status: 426, title: 'The app is too old for the server' },
  // accounts and sessions
  'sign-in-required': { status: 401, title: 'Sign in first' },
  'token-invalid': { status: 401, title: 'The access token is not valid' },
  'session-ended': { status: 401, title: 'The session has ended; sign in again' },
  'sign-in-failed': { status: 401, title: 'E-mail or password is wrong' },
  'refresh-token-unknown': { status: 401, title: 'The refresh token is not known' },
  'sign-in-again': { status: 403, title: 'Confirm with your password first' },
  'email-not-verified': { status: 403, title: 'Confirm your e-mail address first' },
  'link-spent-or-expired': { status: 410, title: 'The link was used or has expired' },
  'password-too-weak': { status: 422, title: 'Choose another password' },
  'too-young': { status: 422, title: 'An account of one’s own is not possible yet' },
  'adults-only': { status: 403, title: 'Only an adult may do this' },
  'session-not-found': { status: 404, title: 'There is no such session' },
  'user-not-found': { status: 404, title: 'There is no such user' },
  // nouns
  'league-not-found': { status: 404, title: 'There is no such league' },
  'season-not-found': { status: 404, title: 'There is no such season' },
  'team-not-found': { status: 404, title: 'There is no such team' },
  'person-not-found': { status: 404, title: 'There is no such person' },
  'spot-not-found': { status: 404, title: 'There is no such roster spot' },
  'member-not-found': { status: 404, title: 'There is no such member' },
  'game-not-found': { status: 404, title: 'There is no such game' },
  'scorer-not-found': { status: 404, title: 'There is no such scorer' },
  'guardian-decides': { status: 403, title: 'Only a guardian may show more of a minor' },
  'own-person-exists': { status: 409, title: 'You are somebody who plays already' },
  'already-on-the-roster': { status: 409, title: 'This person has a spot on this roster already' },
  'game-has-begun': { status: 409, title: 'The game has begun: change it in its log' },
  'team-not-entered': { status: 422, title: 'Both teams must have entered the season' },
  'age-group-fixed': { status: 409, title: 'A team of the young does not become one of adults: make a new team' },
  'one-team-only': { status: 422, title: 'A team cannot play against itself' },
  'host-does-not-play': { status: 422, title: 'The host must be one of the two teams' },
  'shell-has-no-people': { status: 422, title: 'This opponent is kept by numbers only' },
  'ends-before-it-starts': { status: 422, title: 'The last day lies before the first' },
  'wider-than-the-league': { status: 422, title: 'The league allows less visibility' },
  'not-permitted': { status: 403, title: 'You may not do this' },
  'not-a-scorer': { status: 403, title: 'You do not score this game' },
  'id-taken': { status: 409, title: 'This id belongs to something else' },
  'changed-meanwhile': { status: 409, title: 'Somebody changed this meanwhile' },
  // the log and what is read from it
  'batch-too-large': { status: 413, title: 'Too many events in one request; send half of them' },
  'log-full': { status: 409, title: 'This game can take no more events' },
  'revision-not-reached': { status: 503, title: 'The numbers are not that far yet; try again in a moment' },
  'revision-unknown': { status: 404, title: 'This game has no such revision' },
  'final-does-not-stand': { status: 409, title: 'This final does not stand any more' },
  'final-not-disputed': { status: 409, title: 'Nobody doubts the score of this final' },
  'column-unknown': { status: 404, title: 'There is no such player, team or column in this game' },
  // operations
  'broker-away': { status: 503, title: 'The broker does not answer, or there is none' },
  'dead-letter-not-found': { status: 404, title: 'There is no such dead letter; the topic forgets them after a while' },
  'dead-letter-without-game': { status: 422, title: 'This dead letter belongs to no game: there is nothing to hand on again' },
} as const satisfies { readonly [code: string]: ProblemRow };

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as readonly ProblemCode[];

/** The body of every answer that is not a success, `application/problem+json`. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string(),
    code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
    traceId: z.string(),
    /** Where the request differs from the contract; only with `request-malformed`. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
