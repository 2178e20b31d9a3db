/** Who plays in the suite and what they play with: one profile, four people, one game that is the same in every profile. */
import type { GameEvent, GameId, LoggedEvent } from '@bball/engine';
import { inventTeam, randomFrom, type SimulatedTeam, simulateGame, uuidAt } from '@bball/engine/testing';
import type { Profile } from './profile.ts';
import { type Answer, bodyOf, type Method, type Rest, restAt } from './rest.ts';
import { makeWitness, type Witness } from './witness.ts';

/** Ada runs the league and its teams, Sam and Kim keep the score, Fay only follows. */
export const people = ['ada', 'sam', 'kim', 'fay'] as const;
export type Name = (typeof people)[number];

export type Person = { readonly userId: string; readonly token: string };

export type Asking = { readonly body?: unknown; readonly headers?: { readonly [name: string]: string } };

export type Scene = {
  readonly profile: Profile;
  readonly rest: Rest;
  readonly witness: Witness;
  readonly persons: Map<Name, Person>;
  readonly token: (who: Name | 'anybody') => string | null;
  /** Asks, writes the answer down, gives it back. */
  readonly ask: (who: Name | 'anybody', method: Method, path: string, asking?: Asking) => Promise<Answer>;
  /** The same, where only a success will do. */
  readonly get: <Body>(who: Name | 'anybody', method: Method, path: string, asking?: Asking) => Promise<Body>;
};

export const openScene = (profile: Profile): Scene => {
  const rest = restAt(profile.url);
  const witness = makeWitness();
  const persons = new Map<Name, Person>();
  const token = (who: Name | 'anybody') => (who === 'anybody' ? null : (persons.get(who)?.token ?? null));
  const ask: Scene['ask'] = async (who, method, path, asking = {}) => {
    const answer = await rest(method, path, { token: token(who), ...asking });
    witness.noteAnswer(`${who}: ${method} ${path}`, answer);
    return answer;
  };
  return { profile, rest, witness, persons, token, ask, get: async (...asked) => bodyOf(await ask(...asked)) };
};

const madeAtMs = Date.UTC(2026, 0, 1);
export const idOf = (word: string): string => uuidAt(madeAtMs, randomFrom(`acceptance ${word}`));

export const leagueId = idOf('league');
export const seasonId = idOf('season');
export const gameId = idOf('game') as GameId;
export const home: SimulatedTeam = inventTeam('acceptance home');
export const away: SimulatedTeam = inventTeam('acceptance away');

const logged: readonly LoggedEvent[] = simulateGame({ seed: 'acceptance', ruleSet: 'fiba-2024', home, away, gameId });

/** The game as its scorers' devices send it, the final last. */
export const events: readonly GameEvent[] = logged.map(({ seq: _, ...event }) => event as GameEvent);

/** Something else that a device says of this game. */
export const anEvent = (device: string, deviceSeq: number, body: object): GameEvent =>
  ({
    id: idOf(`${device} ${deviceSeq}`),
    gameId,
    schemaVersion: 1,
    recordedBy: idOf(`recorder ${device}`),
    deviceId: idOf(`device ${device}`),
    deviceSeq,
    afterSeq: 0,
    recordedAt: new Date(madeAtMs + deviceSeq * 1000).toISOString(),
    ...body,
  }) as unknown as GameEvent;
