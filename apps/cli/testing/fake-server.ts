/**
 * A server's log in memory, as protocol.md §5 describes it: seqs without a gap, repeats answered with their seq, one game. Trouble can
 * be ordered per request: a network that breaks before or after the events are in, a busy server.
 */
import type { Fetch } from '../src/api/client.ts';

export type Trouble = 'breaks-before' | 'breaks-after' | 'busy' | 'slow-down';

type Stored = { readonly id: string; readonly [field: string]: unknown };

export type FakeServer = {
  readonly fetch: Fetch;
  readonly log: Stored[];
  /** method and path of each request. */
  readonly requests: string[];
};

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const problem = (status: number, code: string): Response => json(status, { title: code, code });

export const fakeServer = (troubles: readonly (Trouble | null)[] = []): FakeServer => {
  const log: Stored[] = [];
  const requests: string[] = [];
  const pending = [...troubles];
  let gameId: string | null = null;

  const append = (events: readonly Stored[]): Response => {
    const answers = events.map((event) => {
      const index = log.findIndex(({ id }) => id === event.id);
      if (index >= 0) return { id: event.id, outcome: 'repeated', seq: index + 1, code: null };
      log.push(event);
      return { id: event.id, outcome: 'accepted', seq: log.length, code: null };
    });
    return json(200, { gameId, headSeq: log.length, serverAt: '2026-01-01T00:00:00.000Z', answers });
  };

  const page = (url: URL): Response => {
    const after = Number(url.searchParams.get('after'));
    const events = log.slice(after, after + 7).map((event, index) => ({ ...event, seq: after + index + 1 }));
    return json(200, { gameId, headSeq: log.length, events });
  };

  const answer = (method: string, url: URL, body: unknown): Response => {
    const [, , noun, id, part] = url.pathname.split('/');
    if (method === 'PUT') {
      if (noun === 'games') gameId = id ?? null;
      return json(201, body);
    }
    if (noun !== 'games' || part !== 'events' || id !== gameId) return problem(404, 'game-not-found');
    return method === 'GET' ? page(url) : append((body as { readonly events: readonly Stored[] }).events);
  };

  const fetch: Fetch = async (address, request) => {
    const url = new URL(address);
    const method = request.method ?? 'GET';
    requests.push(`${method} ${url.pathname}`);
    const trouble = method === 'POST' ? (pending.shift() ?? null) : null;
    if (trouble === 'breaks-before') throw new TypeError('fetch failed');
    if (trouble === 'busy') return problem(503, 'server-busy');
    if (trouble === 'slow-down') return new Response('{}', { status: 429, headers: { 'retry-after': '2' } });
    const response = answer(method, url, request.body === undefined ? null : JSON.parse(String(request.body)));
    if (trouble === 'breaks-after') throw new TypeError('fetch failed');
    return response;
  };
  return { fetch, log, requests };
};
