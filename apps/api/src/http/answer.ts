/** One endpoint as Express handlers: limits, who asks, body, contract, handler, answer. */
import type { ProblemCode, RouteSpec } from '@bball/contracts';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { addressOf } from '../address.ts';
import type { Config } from '../config/index.ts';
import type { LimitName } from '../config/limits.ts';
import { accept, type Rejected, type Result, reject } from '../errors.ts';
import type { Limiter } from '../limiter.ts';
import type { Logger } from '../logger.ts';
import { type Actor, nobody } from '../policies/actor.ts';
import { type Context, type Endpoint, type Reply, replyMark } from './endpoint.ts';
import { sendProblem, traceIdOf } from './problem.ts';

export type AnswerDeps = {
  readonly config: Config;
  readonly log: Logger;
  readonly limiter: Limiter;
  /** The actor behind a bearer token: a rejection when the token is no good. */
  readonly actorOfToken: (token: string) => Promise<Result<Actor, 'token-invalid' | 'session-ended'>>;
};

export const answer = (
  { spec, handler }: Endpoint,
  readers: readonly RequestHandler[],
  deps: AnswerDeps,
): readonly RequestHandler[] => [
  async (request, response, next) => {
    const refusal = (await enter(spec, request, response, deps)) ?? (await limitByActor(spec, request, response, deps));
    if (refusal !== null) return sendProblem(request, response, refusal.code, refusal);
    next();
  },
  ...readers,
  async (request, response) => {
    const parsed = parseRequest(spec, request);
    if (!parsed.ok) return sendProblem(request, response, 'request-malformed', { issues: parsed.issues });
    const context: Context<RouteSpec> = {
      ...parsed.value,
      actor: actorOf(response),
      traceId: traceIdOf(response),
      // Made when asked for: most requests log nothing, and a child logger is not free.
      get log() {
        return deps.log.child({ traceId: traceIdOf(response) });
      },
      request,
    };
    const result = await handler(context);
    if (!result.ok) return sendProblem(request, response, result.code, result);
    sendAnswer(spec, response, result.value, deps.config.http.checksAnswers);
  },
];

/** Who asks, as the door decided. */
export const actorOf = (response: Response): Actor => (response.locals.actor as Actor | undefined) ?? nobody;

type Refusal = Rejected<ProblemCode>;

/** The address's own limit, then credentials. Plays are never counted by address: a sports hall is one. */
const enter = async (
  spec: RouteSpec,
  request: Request,
  response: Response,
  deps: AnswerDeps,
): Promise<Refusal | null> => {
  if (!isPlays(spec)) {
    const wait = await deps.limiter.take('readsByAddress', addressOf(request));
    if (wait !== null) return tooMany(wait);
  }
  const actor = await actorAtDoor(spec, request, deps);
  if (!actor.ok) return actor;
  response.locals.actor = actor.value;
  return null;
};

const isPlays = (spec: RouteSpec): boolean => spec.limits?.includes('events') ?? false;

const limitByActor = async (
  spec: RouteSpec,
  request: Request,
  response: Response,
  deps: AnswerDeps,
): Promise<Refusal | null> => {
  const actor = actorOf(response);
  if (spec.method === 'get' && actor.kind === 'user') {
    const wait = await deps.limiter.take('readsBySession', actor.sessionId);
    if (wait !== null) return tooMany(wait);
  }
  for (const name of (spec.limits ?? []) as readonly LimitName[]) {
    const key = keyOf(deps.config.limits[name].per, request, actor);
    const wait = key === null ? null : await deps.limiter.take(name, key);
    if (wait !== null) return tooMany(wait);
  }
  return null;
};

const tooMany = (retryAfterSeconds: number): Refusal => reject('too-many-requests', { retryAfterSeconds });

/** What the frame can count by itself; the other kinds (an account, a game) are counted by the handler. */
const keyOf = (per: string, request: Request, actor: Actor): string | null => {
  if (per === 'address') return addressOf(request);
  if (actor.kind !== 'user') return null;
  if (per === 'session') return actor.sessionId;
  return per === 'user' ? actor.userId : null;
};

const actorAtDoor = async (spec: RouteSpec, request: Request, deps: AnswerDeps): Promise<Result<Actor>> => {
  if (spec.access === 'public') return accept(nobody);
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (token === undefined) {
    if (spec.access !== 'anyone') return reject('sign-in-required');
    return request.get('authorization') === undefined ? accept(nobody) : reject('token-invalid');
  }
  const actor = await deps.actorOfToken(token);
  if (!actor.ok || spec.access !== 'verified' || actor.value.kind !== 'user') return actor;
  return actor.value.isEmailVerified ? actor : reject('email-not-verified');
};

type Parsed =
  | {
      readonly ok: true;
      readonly value: { readonly params: unknown; readonly query: unknown; readonly body: unknown } & Pick<
        Context<RouteSpec>,
        'params' | 'query' | 'body'
      >;
    }
  | { readonly ok: false; readonly issues: { path: string; message: string }[] };

const maxIssues = 20;

const parseRequest = (spec: RouteSpec, request: Request): Parsed => {
  const parts = { params: spec.params, query: spec.query, body: spec.body };
  const given = { params: { ...request.params }, query: { ...request.query }, body: (request.body as unknown) ?? {} };
  if (spec.body !== undefined && isDeeper(given.body, 10))
    return { ok: false, issues: [{ path: 'body', message: 'is nested too deeply' }] };
  const value: { [part: string]: unknown } = { params: undefined, query: undefined, body: undefined };
  const issues: { path: string; message: string }[] = [];
  for (const [part, schema] of Object.entries(parts) as readonly [
    'params' | 'query' | 'body',
    z.ZodType | undefined,
  ][]) {
    if (schema === undefined) continue;
    const parsed = schema.safeParse(given[part]);
    if (parsed.success) value[part] = parsed.data;
    else
      issues.push(
        ...parsed.error.issues.map(({ path, message }) => ({ path: [part, ...path.map(String)].join('.'), message })),
      );
  }
  if (issues.length > 0) return { ok: false, issues: issues.slice(0, maxIssues) };
  return { ok: true, value: value as Extract<Parsed, { ok: true }>['value'] };
};

const isDeeper = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((part) => isDeeper(part, levels - 1));
};

const sendAnswer = (spec: RouteSpec, response: Response, value: unknown, checks: boolean): void => {
  const { status, headers, body } = isReply(value) ? value : { status: null, headers: {}, body: value };
  const usual = Math.min(...Object.keys(spec.responses).map(Number));
  const code = status ?? usual;
  const schema = spec.responses[code];
  if (checks && schema) schema.parse(body);
  if (response.headersSent) return;
  response.setHeader('Cache-Control', spec.access === 'public' ? 'no-store' : 'private, no-store');
  for (const [name, text] of Object.entries(headers)) response.setHeader(name, text);
  response.status(code);
  if (body === null || body === undefined || !schema) {
    response.end();
    return;
  }
  response.type('application/json').send(JSON.stringify(body));
};

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && replyMark in value;
