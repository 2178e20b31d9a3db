/** A made-up game on the tested server, to be played on as far as a test wants; whoever sets it up keeps its score. */
import { setTimeout as pause } from 'node:timers/promises';
import { foldLog, type GameEvent, type GameId, type GameResult, type LoggedEvent } from '@bball/engine';
import { inventTeam, randomFrom, simulateGame, uuidAt } from '@bball/engine/testing';
import { bodyOf, restAt } from './rest.ts';

export type MadeGame = {
  readonly gameId: GameId;
  readonly events: readonly LoggedEvent[];
  /** Sends what is missing up to so many events, in small batches. */
  readonly playTo: (count: number) => Promise<void>;
  /** At a scorer's pace, until told that it is enough or all of it was sent. */
  readonly playOn: (pace: Pace) => Promise<void>;
  /** The fold of the first so many. */
  readonly resultAt: (count: number) => GameResult;
};

export type Pace = {
  readonly from: number;
  readonly upTo: number;
  readonly everyMs: number;
  readonly until: AbortSignal;
};

const batch = 4;

export const makeGame = async (url: string, token: string, seed: string): Promise<MadeGame> => {
  const rest = restAt(url);
  const [home, away] = [inventTeam(`${seed} home`), inventTeam(`${seed} away`)];
  const gameId = uuidAt<GameId>(Date.UTC(2026, 0, 1), randomFrom(`made ${seed}`));
  const events = simulateGame({ seed, ruleSet: 'fiba-2024', home, away, gameId });
  const put = async (path: string, body: object) => bodyOf(await rest('PUT', path, { token, body }));
  for (const [name, { teamId }] of [
    ['Home', home],
    ['Away', away],
  ] as const)
    await put(`/v1/teams/${teamId}`, { name, shortName: name.slice(0, 4), ageGroup: 'adult' });
  await put(`/v1/games/${gameId}`, { homeTeamId: home.teamId, awayTeamId: away.teamId, visibility: 'public' });
  let sent = 0;
  /** A server that is just being killed or has lost its place is asked again, as a phone does. */
  const send = async (prefix: readonly GameEvent[]): Promise<boolean> => {
    const body = { contractVersion: 1, events: prefix };
    const answer = await rest('POST', `/v1/games/${gameId}/events`, { token, body }).catch(() => null);
    if (answer === null || answer.status >= 500) return false;
    bodyOf(answer);
    return true;
  };
  const playTo = async (count: number): Promise<void> => {
    while (sent < count) {
      const prefix = events
        .slice(sent, Math.min(count, sent + batch))
        .map(({ seq: _, ...event }) => event as GameEvent);
      if (await send(prefix)) sent += prefix.length;
      else await pause(100);
    }
  };
  return {
    gameId,
    events,
    playTo,
    playOn: async ({ from, upTo, everyMs, until }) => {
      for (let count = from + 1; count <= upTo && !until.aborted; count++) {
        await playTo(count);
        await pause(everyMs, undefined, { signal: until }).catch(() => {});
      }
    },
    resultAt: (count) => foldLog(gameId, events.slice(0, count)),
  };
};
