/**
 * The two doors of every read of a game: the public one may be cached for two seconds, the private one never (L-8). Both answer 304 to
 * who has that revision already.
 */
import type { AnswerOf, RouteSpec } from '@bball/contracts';
import type { GameResult } from '@bball/engine';
import { accept, type Result } from '../../errors.ts';
import type { GetResult, ResultAtDoor } from '../../queries/get-result.ts';
import { isKnown } from '../cacheable.ts';
import { type Context, type Endpoint, type Handler, handle, reply } from '../endpoint.ts';
import { inOrder } from './in-order.ts';

type Reading<Spec extends RouteSpec> = {
  readonly getResult: GetResult;
  /** What else than the revision decides the answer. */
  readonly tag?: (at: ResultAtDoor) => string;
  readonly present: (
    at: ResultAtDoor,
    context: Context<Spec>,
  ) => Result<AnswerOf<Spec>> | Promise<Result<AnswerOf<Spec>>>;
};

type InGame = {
  readonly params: { readonly gameId: string };
  readonly query: { readonly atLeast?: number | undefined };
};

export const etagOf = ({ engineVersion, revision }: Pick<GameResult, 'engineVersion' | 'revision'>, tag = ''): string =>
  `"${engineVersion}-${revision}${tag}"`;

export const bothDoors = <const Private extends RouteSpec, const Public extends RouteSpec>(
  doors: readonly [Private, Public],
  reading: Reading<Private>,
): readonly Endpoint[] => [
  handle(doors[0], readBy(reading) as unknown as Handler<Private>),
  handle(doors[1], readBy(reading as unknown as Reading<Public>) as unknown as Handler<Public>),
];

const readBy =
  <Spec extends RouteSpec>({ getResult, tag, present }: Reading<Spec>) =>
  async (context: Context<Spec>): Promise<Result<unknown>> => {
    const { params, query, actor, request } = context as unknown as Context<Spec> & InGame;
    const found = await getResult(actor, params.gameId, query);
    if (!found.ok) return found;
    const etag = etagOf(found.value.result, tag?.(found.value));
    const headers = { ETag: etag, ...cachingOf(request.path) };
    if (isKnown(request, etag)) return accept(reply(null, { status: 304, headers }));
    const body = await present(found.value, context);
    return body.ok ? accept(reply(inOrder(body.value), { headers })) : body;
  };

const cachingOf = (path: string): { readonly [name: string]: string } =>
  path.startsWith('/v1/public/') ? { 'Cache-Control': 'public, max-age=0, s-maxage=2' } : {};
