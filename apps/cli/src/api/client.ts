/**
 * One request to the API, tried again as long as that can help: the network, a busy server, a limit.
 * What the answer means is the caller's matter. Source: protocol.md S-6 (full jitter, 0.5 s × 2^k up to 30 s).
 */
import { Failure } from '../failure.ts';
import type { World } from '../world.ts';

export type Fetch = (url: string, request: RequestInit) => Promise<Response>;

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly code: string | null;
  readonly title: string;
};

export type Client = {
  readonly get: (path: string) => Promise<Answer>;
  readonly put: (path: string, body: unknown) => Promise<Answer>;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
};

export type Target = { readonly api: string; readonly token: string };

const firstWaitMs = 500;
const longestWaitMs = 30_000;
const tries = 12;
const timeoutMs = 10_000;

type Waits = Pick<World, 'fetch' | 'sleep' | 'random' | 'note'>;

export const apiClient = (world: Waits, { api, token }: Target): Client => {
  if (!/^https?:\/\//.test(api)) throw new Failure(`--api ${api}: expected an address such as http://localhost:3000`);
  const base = api.replace(/\/+$/, '').replace(/\/v1$/, '');
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    for (let attempt = 0; ; attempt++) {
      await world.sleep(0); // the person may have stopped the command
      const answer = await once(world.fetch, `${base}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if ('status' in answer && !isPassing(answer.status)) return answer;
      const trouble = 'status' in answer ? `${answer.status} ${answer.title}` : answer.trouble;
      if (attempt + 1 >= tries) throw new Failure(`${base} does not answer: ${trouble}`);
      const waitMs = waitFor(attempt, answer.retryAfterMs, world.random());
      world.note(`${trouble}: trying again in ${(waitMs / 1000).toFixed(1)} s`);
      await world.sleep(waitMs);
    }
  };
  return {
    get: (path) => ask('GET', path),
    put: (path, body) => ask('PUT', path, body),
    post: (path, body) => ask('POST', path, body),
  };
};

/** Says nothing about the request itself: later it may pass. */
const isPassing = (status: number): boolean => status === 429 || status >= 500;

/** A server that says when is waited for as long; else full jitter under a doubling bound. */
const waitFor = (attempt: number, retryAfterMs: number | null, random: number): number =>
  (retryAfterMs ?? 0) + Math.round(random * Math.min(longestWaitMs, firstWaitMs * 2 ** attempt));

type Trouble = { readonly trouble: string; readonly retryAfterMs: null };

const once = async (
  fetch: Fetch,
  url: string,
  request: RequestInit,
): Promise<(Answer & { readonly retryAfterMs: number | null }) | Trouble> => {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { ...answerOf(response.status, text), retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { trouble: cause instanceof Error ? cause.message || cause.name : String(cause), retryAfterMs: null };
  }
};

const answerOf = (status: number, text: string): Answer => {
  const body = parsed(text);
  const problem =
    typeof body === 'object' && body !== null ? (body as { code?: unknown; title?: unknown; detail?: unknown }) : {};
  const said = [problem.title, problem.detail].filter((part) => typeof part === 'string').join(': ');
  return {
    status,
    body,
    code: typeof problem.code === 'string' ? problem.code : null,
    title: said || `HTTP ${status}`,
  };
};

const parsed = (text: string): unknown => {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

/** The body of a success; any other answer ends the command with what the server said. */
export const insist = (answer: Answer, doing: string): unknown => {
  if (answer.status < 300) return answer.body;
  const hint = answer.status === 401 ? ' (is the token still valid? it lasts ten minutes)' : '';
  throw new Failure(`${doing}: ${answer.title}${answer.code === null ? '' : ` (${answer.code})`}${hint}`);
};
