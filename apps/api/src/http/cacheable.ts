/** Answers of the public door: the same for everybody, so any cache may keep them a moment. */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { type Reply, reply } from './endpoint.ts';

export const cacheable = <Body>(body: Body, seconds: number): Reply<Body> =>
  reply(body, { headers: { 'Cache-Control': `public, max-age=${seconds}` } });

/** With an ETag of what is shown: `<version>-<hash>`. The same tag asked for again answers 304. */
export const tagged = <Body>(
  request: Pick<Request, 'get'>,
  body: Body,
  { version, cacheControl }: { readonly version: number; readonly cacheControl: string },
): Reply<Body | null> => {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 12);
  const tag = `"${version}-${hash}"`;
  const headers = { ETag: tag, 'Cache-Control': cacheControl };
  return isKnown(request, tag) ? reply(null, { status: 304, headers }) : reply(body, { headers });
};

/** Does the asker have what this tag stands for: a list of tags, weak ones too, since caches weaken them; `*` is any (RFC 9110 §13.1.2). */
export const isKnown = (request: Pick<Request, 'get'>, tag: string): boolean =>
  (request.get('if-none-match') ?? '')
    .split(',')
    .map((text) => text.trim().replace(/^W\//, ''))
    .some((known) => known === tag || known === '*');
