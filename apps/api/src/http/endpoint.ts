/**
 * A declared route and the function that answers it. The list of all endpoints (http/index.ts) is what gets mounted and what the
 * OpenAPI document is made from, so neither can know a route that the other doesn't.
 */
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, RouteSpec } from '@bball/contracts';
import type { Request } from 'express';
import type { Result } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Actor } from '../policies/actor.ts';

export type Context<Spec extends RouteSpec> = {
  readonly params: ParamsOf<Spec>;
  readonly query: QueryOf<Spec>;
  readonly body: BodyOf<Spec>;
  readonly actor: Actor;
  readonly traceId: string;
  readonly log: Logger;
  /** For the few that need a header or the address; everything else stands above. */
  readonly request: Request;
};

/** An answer that says more than its body: another success of the contract, headers, no body at all (304). */
export type Reply<Body> = {
  readonly [replyMark]: true;
  readonly status: number | null;
  readonly headers: { readonly [name: string]: string };
  readonly body: Body;
};
export const replyMark = Symbol('reply');

export const reply = <Body>(
  body: Body,
  {
    status = null,
    headers = {},
  }: { readonly status?: number | null; readonly headers?: { readonly [name: string]: string } },
): Reply<Body> => ({ [replyMark]: true, status, headers, body });

type Answer<Spec extends RouteSpec> = Result<AnswerOf<Spec> | Reply<AnswerOf<Spec> | null>>;
export type Handler<Spec extends RouteSpec> = (context: Context<Spec>) => Answer<Spec> | Promise<Answer<Spec>>;

export type Endpoint = { readonly spec: RouteSpec; readonly handler: Handler<RouteSpec> };

/**
 * Joins a contract with its handler. The handler gets values that passed the contract and returns `accept(body)`,
 * `accept(reply(body, { headers }))` or `reject(code)`; statuses and problem+json are made from that.
 */
export const handle = <const Spec extends RouteSpec>(spec: Spec, handler: Handler<Spec>): Endpoint => ({
  spec,
  handler: handler as unknown as Handler<RouteSpec>,
});
