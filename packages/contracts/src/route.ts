/**
 * The form in which each endpoint is declared, once. From it come the checks of the request, the types of its handler and of
 * the app's client, and its part of the OpenAPI document.
 * Invariants: objects at a door are `z.strictObject`, so an unknown key is an error; `responses` holds successes only,
 * refusals are the codes in `problems` (those of every route, such as `request-malformed`, need no mention).
 */
import { z } from 'zod';
import type { ProblemCode } from './problems.ts';

/**
 * Who gets past the door; what they may do inside is a policy's matter.
 * `public`: credentials are not even looked at · `anyone`: signed in or not, a bad token is 401 · `signed-in` · `verified`: signed in with a confirmed e-mail.
 */
export type Access = 'public' | 'anyone' | 'signed-in' | 'verified';

export type RouteSpec = {
  readonly method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** `/v1/games/{gameId}`: each name in braces is a key of `params`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Largest body in bytes; 64 KiB unless said. */
  readonly bodyBytes?: number;
  /** Status → body of the answer, `null` for none. The lowest status is the usual one. */
  readonly responses: { readonly [status: number]: z.ZodType | null };
  readonly problems?: readonly ProblemCode[];
  /** Rows of the limits in the API's configuration that this route counts against, besides those of every route. */
  readonly limits?: readonly string[];
};

/** Keeps the exact type of a declaration. */
export const route = <const Spec extends RouteSpec>(spec: Spec): Spec => spec;

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a handler gets once the request has passed the contract. */
export type ParamsOf<Spec extends RouteSpec> = Output<Spec['params']>;
export type QueryOf<Spec extends RouteSpec> = Output<Spec['query']>;
export type BodyOf<Spec extends RouteSpec> = Output<Spec['body']>;
/** What a handler answers with (any of the successes). */
export type AnswerOf<Spec extends RouteSpec> = {
  [Status in keyof Spec['responses']]: Spec['responses'][Status] extends z.ZodType
    ? z.input<Spec['responses'][Status]>
    : null;
}[keyof Spec['responses']];

/** An id made by whoever creates the fact: UUID in any version, lower case. */
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case');

/** A moment: ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });

/** A calendar day, `2011-05-30`. */
export const day = z.iso.date();
