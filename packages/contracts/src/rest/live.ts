/**
 * The live state by plain HTTP, at two doors that no cache can mix: the public one answers the public audience whatever
 * credentials come along and may be cached, the private one is `no-store` (L-8).
 */
import { z } from 'zod';
import { type RouteSpec, route, uuid } from '../route.ts';
import { snapshot } from './snapshot.ts';

const tags = ['reads'];
const params = z.strictObject({ gameId: uuid });

/** After a gap: the answer is at least that revision, or 503 with Retry-After. */
export const atLeastQuery = z.strictObject({ atLeast: z.coerce.number().int().min(0).optional() });

/** The two doors of a read: the same contract, the public path beside the private one. */
export const bothDoors = <
  const Read extends Pick<RouteSpec, 'summary' | 'params' | 'query' | 'responses' | 'problems'>,
>(
  path: string,
  read: Read,
) =>
  [
    route({ ...read, method: 'get', path: `/v1/games/{gameId}${path}`, tags, access: 'anyone' }),
    route({ ...read, method: 'get', path: `/v1/public/games/{gameId}${path}`, tags, access: 'public' }),
  ] as const;

export const readProblems = ['game-not-found', 'revision-not-reached', 'revision-unknown'] as const;

export const [liveRoute, publicLiveRoute] = bothDoors('/live', {
  summary: 'The live state; ETag "<engineVersion>-<revision>"',
  params,
  query: atLeastQuery,
  responses: { 200: snapshot, 304: null },
  problems: readProblems,
});
