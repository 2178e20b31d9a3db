/** Who keeps the games: a coach with an account, made and signed in through the API. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { MadeGame } from './made-game.ts';

const askMs = 10_000;

export type Answer = { readonly status: number; readonly body: unknown };

export const send = async (url: string, method: string, body: unknown, token: string | null): Promise<Answer> => {
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(askMs),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
};

/** Until it is done: what is asked for here may be repeated. */
const insist = async (url: string, method: string, body: unknown, token: string | null): Promise<unknown> => {
  let last: unknown;
  for (let attempt = 0; attempt < 120; attempt += 1) {
    try {
      const answer = await send(url, method, body, token);
      if (answer.status < 300) return answer.body;
      last = answer;
      if (answer.status < 500 && answer.status !== 401 && answer.status !== 429 && answer.status !== 408) break;
    } catch (error) {
      last = error;
    }
    await pause(500);
  }
  throw new Error(`${method} ${new URL(url).pathname}: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
};

export type Coach = {
  readonly token: () => string;
  /** A game with its two teams, ready to be kept. */
  readonly prepare: (game: MadeGame) => Promise<void>;
  /** Tokens live for ten minutes. */
  readonly renew: () => Promise<void>;
};

export const makeCoach = async (url: string, pool: Pool): Promise<Coach> => {
  const email = `chaos-${randomUUID()}@example.org`;
  const password = `four stale pretzels ${randomUUID()}`;
  const about = { email, password, displayName: 'Chaos Coach', country: 'DE', birthYearMonthDay: null };
  await insist(`${url}/v1/accounts/register`, 'POST', about, null);
  // No mail is read here: whoever registered is believed.
  await pool.query('update users set email_verified_at = now() where email_verified_at is null');
  const signIn = async () =>
    (await insist(`${url}/v1/sessions`, 'POST', { email, password, client: 'phone' }, null)) as {
      accessToken: string;
      refreshToken: string;
    };
  let session = await signIn();
  const put = (path: string, body: object) => insist(url + path, 'PUT', body, session.accessToken);
  return {
    token: () => session.accessToken,
    renew: async () => {
      const { refreshToken } = session;
      const fresh = await send(`${url}/v1/sessions/refresh`, 'POST', { refreshToken }, null).catch(() => null);
      session = fresh?.status === 200 ? (fresh.body as typeof session) : await signIn();
    },
    prepare: async ({ gameId, teamIds: [home, away] }) => {
      await put(`/v1/teams/${home}`, { name: 'Home', shortName: 'HOM', ageGroup: 'adult' });
      await put(`/v1/teams/${away}`, { name: 'Away', shortName: 'AWY', ageGroup: 'adult' });
      await put(`/v1/games/${gameId}`, { homeTeamId: home, awayTeamId: away, visibility: 'public' });
    },
  };
};
