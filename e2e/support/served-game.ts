/**
 * A whole server on a free port with the exported web app, and a made-up game on it that can be played on as far as a test wants.
 * The scorer is the coach who set the game up.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GameSetUp, LoggedEvent } from '@bball/engine';
import { simulateGame } from '@bball/engine/testing';
import { startTestApi, type TestUser } from '@bball/test-kit';
import { layWire } from './wire.ts';

const webAppFolder = join(import.meta.dirname, '../../apps/mobile/dist');

/** The server alone, reached over a wire that can be cut. */
export const serveApp = async ({ demoSpeed }: { readonly demoSpeed?: number } = {}) => {
  if (!existsSync(join(webAppFolder, 'index.html'))) {
    throw new Error('The web app is not exported yet: npm run build -w apps/mobile (npm test does it by itself).');
  }
  const wire = await layWire();
  const api = await startTestApi({
    config: (config) => ({
      ...config,
      webAppFolder,
      http: { ...config.http, allowedOrigins: [wire.url] },
      demo: { isOn: demoSpeed !== undefined, hasLogins: true, speed: demoSpeed ?? config.demo.speed },
    }),
    logLevel: 'warn',
  });
  wire.leadTo(api.url);
  return {
    api,
    wire,
    /** Address of a page of this server. */
    at: (path: string) => `${wire.url}${path}`,
    stop: async () => {
      await wire.close();
      await api.stop();
    },
  };
};

const firstNames = ['Ada', 'Bea', 'Cleo', 'Dora', 'Edith', 'Fay', 'Greta', 'Hanna', 'Ida', 'Jo', 'Kim', 'Lea'];
const lastNames = ['Ahn', 'Berg', 'Cruz', 'Diaz', 'Eder', 'Falk', 'Gallo', 'Haas', 'Ito', 'Jung', 'Kaya', 'Lund'];

type Call = (method: 'PUT' | 'POST', path: string, body: unknown) => Promise<void>;

const caller =
  (url: string, coach: TestUser): Call =>
  async (method, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...coach.headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  };

const putTeam = async (
  call: Call,
  team: GameSetUp['home'],
  named: { name: string; shortName: string; colour: string },
) => {
  await call('PUT', `/v1/teams/${team.teamId}`, { ...named, ageGroup: 'adult', visibility: 'public' });
  for (const [at, { playerId, number }] of team.roster.entries()) {
    const personId = crypto.randomUUID();
    const name = { givenName: firstNames[at], familyName: lastNames[at] };
    await call('PUT', `/v1/persons/${personId}`, { ...name, teamId: team.teamId });
    await call('PUT', `/v1/teams/${team.teamId}/roster/${playerId}`, { number, position: null, personId });
  }
};

export type ServedGame = Awaited<ReturnType<typeof serveGame>>;

export const serveGame = async (seed: string) => {
  const served = await serveApp();
  const { api } = served;
  const coach = await api.newUser({ displayName: 'Coach Noor' });
  const call = caller(api.url, coach);
  const events = simulateGame({ seed, ruleSet: 'fiba-2024' });
  const [setUp] = events;
  if (setUp?.type !== 'game-set-up') throw new Error('a made-up game begins with its set-up');
  await putTeam(call, setUp.home, { name: 'Harbour Hawks', shortName: 'HAW', colour: '#1f5fa8' });
  await putTeam(call, setUp.away, { name: 'River Lions', shortName: 'LIO', colour: '#b4440e' });
  await call('PUT', `/v1/games/${setUp.gameId}`, {
    homeTeamId: setUp.home.teamId,
    awayTeamId: setUp.away.teamId,
    startsAt: '2026-01-10T18:00:00.000Z',
    venue: 'Harbour Hall',
    visibility: 'public',
  });
  const send = (batch: readonly LoggedEvent[]) =>
    call('POST', `/v1/games/${setUp.gameId}/events`, {
      contractVersion: 1,
      events: batch.map(({ seq: _, ...event }) => event),
    });
  let sent = 0;
  return {
    ...served,
    coach,
    gameId: setUp.gameId,
    events,
    /** Plays on until so many events are in the log. */
    playTo: async (count: number) => {
      while (sent < count) {
        const batch = events.slice(sent, Math.min(count, sent + 400));
        await send(batch);
        sent += batch.length;
      }
    },
    /** Anything else a scorer may send, such as a correction. */
    send,
  };
};
