/** Reads what PostgreSQL holds of many games at once, past the API. What was read of a log is kept: only its growth is read again. */
import type { Pool } from 'pg';
import type { LogRow, Stored } from './game.ts';

const gamesAtOnce = 25;

type Of<Row> = { readonly game_id: string } & Row;

export type Reader = {
  readonly read: (gameIds: readonly string[]) => Promise<ReadonlyMap<string, Stored>>;
  /** Reads the whole log again next time: what stands must not have changed. */
  readonly forget: (gameId: string) => void;
};

const grouped = async <Row>(pool: Pool, text: string, values: readonly unknown[]) => {
  const { rows } = await pool.query<Of<Row>>(text, [...values]);
  return Map.groupBy(rows, ({ game_id }) => game_id);
};

const withoutGame = ({ game_id, ...line }: Of<object>): object => line;

const logs = `select e.game_id, e.seq, e.id, e.body from unnest($1::uuid[], $2::int[]) as known(game_id, seq)
  join game_events e on e.game_id = known.game_id and e.seq > known.seq order by e.seq`;
const results = `select game_id, revision, engine_version as "engineVersion", hash from game_results where game_id = any($1)`;
const finals = `select game_id, final_event_id as "eventId", home_pts as home, away_pts as away from game_finals where game_id = any($1)`;
const trays = `select game_id, id, state from held_events where game_id = any($1)`;
const linesOf = (table: 'player_lines' | 'team_lines') => `select * from ${table} where game_id = any($1)`;

export const makeReader = (pool: Pool): Reader => {
  const known = new Map<string, readonly LogRow[]>();

  const readSome = async (gameIds: readonly string[]): Promise<readonly (readonly [string, Stored])[]> => {
    const heads = gameIds.map((gameId) => known.get(gameId)?.length ?? 0);
    const [grown, result, players, teams, final, tray] = await Promise.all([
      grouped<LogRow>(pool, logs, [gameIds, heads]),
      grouped<NonNullable<Stored['result']>>(pool, results, [gameIds]),
      grouped<object>(pool, linesOf('player_lines'), [gameIds]),
      grouped<object>(pool, linesOf('team_lines'), [gameIds]),
      grouped<Stored['finals'][number]>(pool, finals, [gameIds]),
      grouped<Stored['tray'][number]>(pool, trays, [gameIds]),
    ]);
    return gameIds.map((gameId) => {
      const log = [...(known.get(gameId) ?? []), ...(grown.get(gameId) ?? [])];
      known.set(gameId, log);
      const stored = {
        log,
        result: result.get(gameId)?.[0] ?? null,
        players: (players.get(gameId) ?? []).map(withoutGame) as Stored['players'],
        teams: (teams.get(gameId) ?? []).map(withoutGame) as Stored['teams'],
        finals: final.get(gameId) ?? [],
        tray: tray.get(gameId) ?? [],
      };
      return [gameId, stored] as const;
    });
  };

  return {
    read: async (gameIds) => {
      const read: (readonly [string, Stored])[] = [];
      for (let from = 0; from < gameIds.length; from += gamesAtOnce)
        read.push(...(await readSome(gameIds.slice(from, from + gamesAtOnce))));
      return new Map(read);
    },
    forget: (gameId) => void known.delete(gameId),
  };
};
