/** All invariants of many games at one moment of rest. Every sentence that comes back names game and invariant; none: all hold. */
import { foldLog, type GameId, type LoggedEvent } from '@bball/engine';
import type { Pool } from 'pg';
import type { Game, Stored } from './game.ts';
import { checksOfGame } from './invariants.ts';
import type { Reader } from './read-stored.ts';

const short = (gameId: string): string => gameId.slice(-8);

const faultsOf = (game: Game, stored: Stored): readonly string[] => {
  const log = stored.log.map(({ seq, body }) => ({ ...body, seq })) as unknown as LoggedEvent[];
  const seen = { game, stored, log, fold: foldLog(game.gameId, log) };
  return checksOfGame.flatMap(([rule, check]) =>
    check(seen).map((fault) => `${short(game.gameId)} ${rule}: ${fault.replace(`${rule}: `, '')}`),
  );
};

export const faultsOfGames = async (
  reader: Reader,
  games: readonly Game[],
): Promise<ReadonlyMap<GameId, readonly string[]>> => {
  const stored = await reader.read(games.map(({ gameId }) => gameId));
  return new Map(games.map((game) => [game.gameId, faultsOf(game, stored.get(game.gameId) as Stored)]));
};

/** What nobody took is still announced (K-1). */
export const faultsOfOutbox = async (pool: Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from outbox');
  const left = rows[0]?.count ?? 0;
  return left === 0 ? [] : [`I-14: ${left} rows are left in the outbox`];
};
