/** Who keeps the games: a coach with an account, made and signed in through the API. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventId, GameId } from '@bball/engine';
import type { Pool } from 'pg';
import type { Answer, Http, Question } from './http.ts';

/** In the name of the coach and of every team: seen in no event, delta or record of a topic (I-23). */
export const telltale = 'Zanzibar';

const mostTries = 240;
const betweenMs = 500;

export type Coach = {
  readonly token: () => string;
  /** A game with its two teams, ready to be kept. */
  readonly prepare: (game: Prepared) => Promise<void>;
  /** Tokens live for ten minutes. */
  readonly renew: () => Promise<void>;
  /** Decides about everything that waits in a game's tray. */
  readonly settleTray: (gameId: GameId, decision: 'admit' | 'discard') => Promise<SettledTray>;
};

/** Which events it was, and the highest seq that one of them got; 0: none did. */
export type SettledTray = { readonly ids: readonly EventId[]; readonly headSeq: number };

type Prepared = { readonly gameId: GameId; readonly teamIds: readonly [home: string, away: string] };
type Session = { readonly accessToken: string; readonly refreshToken: string };

const isWorthTrying = ({ status }: Answer): boolean => status >= 500 || [401, 408, 429].includes(status);

/** Until it is done: what is asked for here may be repeated. */
const insist = async ({ ask }: Http, question: () => Question): Promise<unknown> => {
  let last: unknown;
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const answer = await ask(question()).catch((error: unknown) => {
      last = error;
      return null;
    });
    if (answer !== null && answer.status < 300) return answer.body;
    if (answer !== null) last = answer;
    if (answer !== null && !isWorthTrying(answer)) break;
    await pause(betweenMs);
  }
  const { method, path } = question();
  throw new Error(`${method} ${path}: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
};

export const makeCoach = async (http: Http, pool: Pool): Promise<Coach> => {
  const email = `chaos-${randomUUID()}@example.org`;
  const password = `four stale pretzels ${randomUUID()}`;
  const about = { email, password, displayName: `${telltale} Coach`, country: 'DE', birthYearMonthDay: null };
  await insist(http, () => ({ method: 'POST', path: '/v1/accounts/register', body: about }));
  // No mail is read here: whoever registered is believed.
  await pool.query('update users set email_verified_at = now() where email_verified_at is null');
  const credentials = { email, password, client: 'phone' };
  const signIn = async () =>
    (await insist(http, () => ({ method: 'POST', path: '/v1/sessions', body: credentials }))) as Session;
  let session = await signIn();
  const asCoach = (question: Question) => insist(http, () => ({ ...question, token: session.accessToken }));
  const put = (path: string, body: object) => asCoach({ method: 'PUT', path, body });
  const refresh = async (): Promise<void> => {
    const { refreshToken } = session;
    const question: Question = { method: 'POST', path: '/v1/sessions/refresh', body: { refreshToken } };
    const fresh = await http.ask(question).catch(() => null);
    session = fresh?.status === 200 ? (fresh.body as Session) : await signIn();
  };
  let refreshing: Promise<void> | null = null;
  return {
    token: () => session.accessToken,
    renew: () => {
      refreshing ??= refresh().finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
    prepare: async ({ gameId, teamIds: [home, away] }) => {
      await put(`/v1/teams/${home}`, { name: `${telltale} Home`, shortName: 'HOM', ageGroup: 'adult' });
      await put(`/v1/teams/${away}`, { name: `${telltale} Away`, shortName: 'AWY', ageGroup: 'adult' });
      await put(`/v1/games/${gameId}`, { homeTeamId: home, awayTeamId: away, visibility: 'public' });
    },
    settleTray: async (gameId, decision) => {
      const path = `/v1/games/${gameId}/held-events`;
      const { heldEvents } = (await asCoach({ method: 'GET', path })) as {
        readonly heldEvents: readonly { readonly event: { readonly id: EventId } }[];
      };
      const ids = heldEvents.map(({ event }) => event.id);
      if (ids.length === 0) return { ids, headSeq: 0 };
      const settled = await asCoach({ method: 'POST', path: `${path}/${decision}`, body: { ids } });
      const { answers = [] } = settled as { readonly answers?: readonly { readonly seq: number | null }[] };
      return { ids, headSeq: Math.max(0, ...answers.map(({ seq }) => seq ?? 0)) };
    },
  };
};
