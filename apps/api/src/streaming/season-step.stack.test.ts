/** A season is played while its server is killed again and again: in the end it stands as if nothing had happened. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  append,
  type GameId,
  type LoggedEvent,
  openGame,
  result,
  type SeasonTable,
  seasonLines,
  seasonTable,
} from '@bball/engine';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { freePort, type ServerProcess, serverProcess } from '../../testing/server-process.ts';
import { demoLeague } from '../tasks/demo-league.ts';

const withinMs = 90_000;
const { seasonId, teams } = demoLeague.harbour;
const gamesOfSeason = (teams.length * (teams.length - 1)) / 2;

describe('kill -9 while a season is played', () => {
  let database: TestDatabase;
  let folder: string;
  let server: ServerProcess;

  before(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'bball-season-'));
    server = serverProcess({
      PORT: String(await freePort()),
      METRICS_PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      DEMO: 'on',
      DEMO_SPEED: '1',
      FINAL_ANNOUNCED_AFTER_MS: '0',
      LOG_LEVEL: 'silent',
    });
  });
  after(async () => {
    await server.kill();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (sql: string): Promise<number> =>
    (await database.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]!.n;

  const storedTable = async (): Promise<SeasonTable | undefined> =>
    (await database.pool.query('select "table" from season_tables where season_id = $1', [seasonId])).rows[0]?.table;

  /** Of the logs of all games of the season that are final, from scratch. */
  const expectedTable = async (): Promise<SeasonTable> => {
    const { rows } = await database.pool.query<{ game_id: string; log: LoggedEvent[] }>(
      `select e.game_id, json_agg(e.body || jsonb_build_object('seq', e.seq) order by e.seq) as log from game_events e
       join games g on g.id = e.game_id join game_heads h on h.game_id = e.game_id
       where g.season_id = $1 and h.status = 'final' group by e.game_id`,
      [seasonId],
    );
    const lines = rows.map(({ game_id, log }) => {
      const game = openGame(game_id as GameId);
      append(game, log);
      return seasonLines(game, result(game));
    });
    return JSON.parse(JSON.stringify(seasonTable(lines.filter((line) => line !== null)))) as SeasonTable;
  };

  test('J-10, F-1, F-2: leaders and form are those of the logs, and every final was announced once', async () => {
    for (const lines of [1, 4, 9]) {
      await server.start();
      await eventually(
        async () => assert.ok((await count('season_games where lines is not null')) >= lines),
        withinMs,
        2,
      );
      await server.kill();
    }
    await server.start();
    await eventually(async () => assert.equal((await storedTable())?.games, gamesOfSeason), withinMs);
    assert.deepEqual(await storedTable(), await expectedTable());
    await eventually(async () => assert.equal(await count('game_finals where announced_as is null'), 0), withinMs);
    assert.equal(
      await count("game_finals where announced_as = 'final'"),
      await count("game_heads where status = 'final'"),
    );
  });
});
