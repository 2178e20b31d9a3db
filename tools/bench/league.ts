/** An account with two teams and many games between them, made through the API as a coach makes them. */
import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import type { GameEvent } from '@bball/engine';
import type { Host } from './child.ts';
import { connections, sendWell } from './http.ts';
import { bodyOf, type Keying, keyingOf } from './plays.ts';

export type ApiHost = Host<{ readonly url: string; readonly databaseUrl: string }>;
export type League = { readonly token: string; readonly keyings: readonly Keying[] };

const signUp = async (host: ApiHost, agent: Agent): Promise<string> => {
  const { url } = host.answer;
  const email = `bench-${randomUUID()}@example.org`;
  const password = `four stale pretzels ${randomUUID()}`;
  const about = { email, password, displayName: 'Bench', country: 'DE', birthYearMonthDay: null };
  const post = (path: string, body: object) =>
    sendWell(agent, 'POST', url + path, { token: null, body: JSON.stringify(body) });
  await post('/v1/accounts/register', about);
  await host.ask('believe');
  const { accessToken } = JSON.parse(await post('/v1/sessions', { email, password, client: 'phone' })) as {
    accessToken: string;
  };
  return accessToken;
};

/** Each game is set up, with its ten players on the floor and its first period begun. */
export const makeLeague = async (host: ApiHost, games: number): Promise<League> => {
  // Of its own: the server closes connections that rest while others measure.
  const agent = connections(4);
  const token = await signUp(host, agent);
  const put = (path: string, body: object) =>
    sendWell(agent, 'PUT', host.answer.url + path, { token, body: JSON.stringify(body) });
  const [home, away] = [randomUUID(), randomUUID()];
  await put(`/v1/teams/${home}`, { name: 'Home', shortName: 'HOM', ageGroup: 'adult' });
  await put(`/v1/teams/${away}`, { name: 'Away', shortName: 'AWY', ageGroup: 'adult' });
  const keyings: Keying[] = [];
  for (let game = 0; game < games; game += 1) {
    const keying = keyingOf(randomUUID(), home, away);
    await put(`/v1/games/${keying.gameId}`, { homeTeamId: home, awayTeamId: away, visibility: 'public' });
    await appendWell(host, agent, { token, keying, count: 4 });
    keyings.push(keying);
  }
  agent.destroy();
  return { token, keyings };
};

/** Sends the next events of a game; all must be accepted. The head of its log afterwards. */
export const appendWell = (
  host: ApiHost,
  agent: Agent,
  { token, keying, count }: { readonly token: string; readonly keying: Keying; readonly count: number },
): Promise<number> => appendEventsWell(host, agent, { token, gameId: keying.gameId, events: keying.next(count) });

type Sent = { readonly token: string; readonly gameId: string; readonly events: readonly GameEvent[] };

export const appendEventsWell = async (
  host: ApiHost,
  agent: Agent,
  { token, gameId, events }: Sent,
): Promise<number> => {
  const url = `${host.answer.url}/v1/games/${gameId}/events`;
  const answer = await sendWell(agent, 'POST', url, { token, body: bodyOf(events) });
  const { answers, headSeq } = JSON.parse(answer) as { answers: { outcome: string }[]; headSeq: number };
  const odd = answers.find(({ outcome }) => outcome !== 'accepted');
  if (odd !== undefined || answers.length !== events.length) throw new Error(`not accepted: ${answer.slice(0, 500)}`);
  return headSeq;
};
