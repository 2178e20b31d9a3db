/** The real thing behind the port of the model: `append_events` and `write_game_result` of the migrations, in PostgreSQL. */
import type { EventId, GameEvent, GameId, PlayerId, StatKey } from '@bball/engine';
import { statKeys } from '@bball/engine';
import type { Answer } from '../../src/local-log.ts';
import type { AppendCall, Appended, Held, LogStore, ResultWrite } from './log-store.ts';

/** What is used of a pool or a client of `pg`. */
export type Database = {
  readonly query: (
    text: string,
    values?: readonly unknown[],
  ) => Promise<{ readonly rows: readonly { readonly [column: string]: unknown }[] }>;
};

const nobody = '00000000-0000-7000-8000-000000000000';
const [home, away] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];

/** Games for runs: public friendlies of two teams without people. */
export const insertGames = async (database: Database, gameIds: readonly GameId[]): Promise<void> => {
  for (const teamId of [home, away]) {
    await database.query(
      `insert into teams (id, name, short_name, age_group, visibility, created_at, updated_at)
       values ($1, 'Team', 'TEAM', 'adult', 'public', now(), now()) on conflict do nothing`,
      [teamId],
    );
  }
  for (const gameId of gameIds) {
    await database.query(
      `insert into games (id, host_team_id, home_team_id, away_team_id, visibility, rule_set, tracked, created_at, updated_at)
       values ($1, $2, $2, $3, 'public', 'fiba-2024', '{"home": [], "away": []}', now(), now())`,
      [gameId, home, away],
    );
  }
};

const answerOf = (row: { readonly [column: string]: unknown }): Answer =>
  ({ id: row.id, outcome: row.outcome, seq: row.seq, code: row.code }) as Answer;

const append = async (database: Database, { gameId, principal, source, events }: AppendCall): Promise<Appended> => {
  const request = JSON.stringify(events.map(({ event, hash, hold }) => ({ body: event, hash, hold })));
  const { rows } = await database.query('select * from append_events($1, $2, $3, $4)', [
    gameId,
    request,
    principal,
    source,
  ]);
  return { headSeq: rows[0]?.head_seq as number, answers: rows.map(answerOf) };
};

const columnOf = (key: StatKey): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const playerRow = ([playerId, line]: readonly [
  PlayerId,
  { readonly pts: number | null; readonly tf: number | null },
]) => ({
  ...Object.fromEntries(statKeys.map((key) => [columnOf(key), null])),
  player_id: playerId,
  team_id: nobody,
  number: '',
  is_listed: true,
  is_starter: null,
  has_played: true,
  is_out: false,
  ...line,
});

const write = async (database: Database, result: ResultWrite): Promise<'written' | 'older' | 'beyond-head'> => {
  const { gameId, revision, engineVersion, hash, snapshot, summary, players } = result;
  const { rows } = await database.query('select write_game_result($1, $2, $3, $4, $5, $6, $7, $8) as outcome', [
    gameId,
    revision,
    engineVersion,
    hash,
    Buffer.from(snapshot),
    JSON.stringify(summary),
    JSON.stringify([...players].map(playerRow)),
    '[]',
  ]);
  return rows[0]?.outcome as 'written';
};

export const sqlStore = (database: Database): LogStore => ({
  begin: (call) => ({ commit: () => append(database, call), rollback: () => {} }),
  write: (result) => write(database, result),
  head: async (gameId) => {
    const { rows } = await database.query(
      'select last_seq, status, status_event_id from game_heads where game_id = $1',
      [gameId],
    );
    const [row] = rows;
    if (row === undefined) return { lastSeq: 0, isFinal: false, statusEventId: null };
    return {
      lastSeq: row.last_seq as number,
      isFinal: row.status === 'final',
      statusEventId: row.status_event_id as EventId | null,
    };
  },
  read: async (gameId, after) => {
    const { rows } = await database.query(
      'select seq, body from game_events where game_id = $1 and seq > $2 order by seq',
      [gameId, after],
    );
    return rows.map(({ seq, body }) => ({ ...(body as GameEvent), seq: seq as number }));
  },
  held: async (gameId) => {
    const { rows } = await database.query(
      'select body, code, state from held_events where game_id = $1 order by held_at, device_seq',
      [gameId],
    );
    return rows.map(({ body, code, state }) => ({ event: body, code, state }) as Held);
  },
  discard: async (gameId, ids) => {
    await database.query(
      `update held_events set state = 'discarded', settled_at = now() where game_id = $1 and id = any($2::uuid[]) and state = 'held'`,
      [gameId, ids],
    );
  },
  outbox: async () => {
    const { rows } = await database.query('select row_id, game_id, seq from outbox order by row_id');
    return rows.map((row) => ({ rowId: Number(row.row_id), gameId: row.game_id as GameId, seq: row.seq as number }));
  },
  remove: async (rowIds) => {
    await database.query('delete from outbox where row_id = any($1::bigint[])', [rowIds]);
  },
  result: async (gameId) => {
    const { rows } = await database.query(
      'select revision, engine_version, hash, snapshot from game_results where game_id = $1',
      [gameId],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const {
      revision,
      engine_version: engineVersion,
      hash,
    } = row as { revision: number; engine_version: number; hash: string };
    return { revision, engineVersion, hash, snapshot: (row.snapshot as Buffer).toString() };
  },
  lines: async (gameId) => {
    const { rows } = await database.query('select player_id, pts, tf from player_lines where game_id = $1', [gameId]);
    return new Map(
      rows.map(({ player_id, pts, tf }) => [
        player_id as PlayerId,
        { pts: pts as number | null, tf: tf as number | null },
      ]),
    );
  },
  finals: async (gameId) => {
    const { rows } = await database.query('select * from game_finals where game_id = $1 order by revision', [gameId]);
    return rows.map((row) => ({
      finalEventId: row.final_event_id as EventId,
      revision: row.revision as number,
      homePts: row.home_pts as number,
      awayPts: row.away_pts as number,
    }));
  },
});
