/** Games with nothing but their rows, and sealed events for them: what tests of the log begin with. */
import { type SealedEvent, sealEvent } from '@bball/contracts';
import type { GameEvent, GameId, LoggedEvent } from '@bball/engine';
import {
  type GameToSimulate,
  inventTeam,
  randomFrom,
  type SimulatedTeam,
  simulateGame,
  uuidAt,
} from '@bball/engine/testing';
import type { Pool } from 'pg';
import type { Judged } from '../src/repositories/game-log.ts';

/** The n-th id of a family: the same in each run. */
export const idOf = (family: string, n: number): string =>
  uuidAt(Date.UTC(2026, 0, 1) + n, randomFrom(`${family} ${n}`));

/** Two teams without people and a public friendly between them. */
export const insertGame = async (pool: Pool, gameId: string, teamIds: readonly [string, string]): Promise<void> => {
  for (const [index, teamId] of teamIds.entries()) {
    await pool.query(
      `insert into teams (id, name, short_name, age_group, visibility, created_at, updated_at)
       values ($1, $2, $3, 'adult', 'public', now(), now()) on conflict do nothing`,
      [teamId, `Team ${index}`, `T${index}`],
    );
  }
  await pool.query(
    `insert into games (id, host_team_id, home_team_id, away_team_id, visibility, rule_set, tracked, created_at, updated_at)
     values ($1, $2, $2, $3, 'public', 'fiba-2024', '{"home": [], "away": []}', now(), now())`,
    [gameId, ...teamIds],
  );
};

export const sealed = (event: unknown, gameId: string): SealedEvent => {
  const outcome = sealEvent(event, gameId);
  if ('refusal' in outcome) throw new Error(`not an event: ${JSON.stringify(event)}`);
  return outcome.sealed;
};

export const judged = (event: unknown, gameId: string): Judged => ({ sealed: sealed(event, gameId), hold: null });

/** A setting that any device could send, small and without a place: `deviceSeq` and id by number. */
export const anEvent = (
  gameId: string,
  device: string,
  n: number,
  more: { readonly [field: string]: unknown } = { type: 'play-voided', playId: idOf('nothing', 1) },
): GameEvent =>
  ({
    id: idOf(`${gameId} ${device}`, n),
    gameId,
    schemaVersion: 1,
    recordedBy: idOf('recorder', 1),
    deviceId: idOf(`device ${device}`, 1),
    deviceSeq: n,
    afterSeq: 0,
    recordedAt: '2026-01-10T18:00:00.000Z',
    ...more,
  }) as unknown as GameEvent;

export type SimulatedGame = {
  readonly gameId: string;
  readonly teamIds: readonly [string, string];
  readonly log: readonly LoggedEvent[];
  /** The same events as a device sends them, without seq. */
  readonly events: readonly GameEvent[];
};

/** A whole game by the simulator, as a phone would send it. */
export const simulated = (seed: string, settings: Partial<GameToSimulate> = {}): SimulatedGame => {
  const teams = [1, 2].map((n): SimulatedTeam => inventTeam(`${seed} ${n}`)) as [SimulatedTeam, SimulatedTeam];
  const gameId = idOf(`game ${seed}`, 1);
  const log = simulateGame({
    seed,
    ruleSet: 'fiba-2024',
    home: teams[0],
    away: teams[1],
    ...settings,
    gameId: gameId as GameId,
  });
  return {
    gameId,
    teamIds: [teams[0].teamId, teams[1].teamId],
    log,
    events: log.map(({ seq, ...event }) => event as GameEvent),
  };
};
