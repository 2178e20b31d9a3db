import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { foldLog, type GameEvent, type GameId, type LoggedEvent, resultHash } from '@bball/engine';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { freePort, type ServerProcess, serverProcess } from '../../testing/server-process.ts';
import { demoId, demoLeague } from './demo-league.ts';

const withinMs = 60_000;

describe('the demo', () => {
  let database: TestDatabase;
  let folder: string;
  let server: ServerProcess;

  before(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'bball-demo-'));
    server = serverProcess({
      PORT: String(await freePort()),
      METRICS_PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      DEMO: 'on',
      DEMO_SPEED: '300',
      LOG_LEVEL: 'silent',
    });
  });
  after(async () => {
    await server.kill();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<readonly Row[]> =>
    (await database.pool.query(sql, values)).rows as readonly Row[];

  const live = async () =>
    (
      await rows<{ game_id: string; is_over: boolean; revision: number | null }>(
        'select d.game_id, d.is_over, r.revision from demo_games d left join game_results r using (game_id) order by n desc',
      )
    )[0];

  const checkFold = async (gameId: string): Promise<void> => {
    const log = await rows<{ seq: number; body: GameEvent }>(
      'select seq, body from game_events where game_id = $1 order by seq',
      [gameId],
    );
    assert.equal(new Set(log.map(({ body }) => body.id)).size, log.length);
    const expected = foldLog(
      gameId as GameId,
      log.map(({ seq, body }) => ({ ...body, seq }) as LoggedEvent),
    );
    await eventually(async () => {
      const [stored] = await rows<{ hash: string }>('select hash from game_results where game_id = $1', [gameId]);
      assert.equal(stored?.hash, resultHash(expected));
    });
    assert.deepEqual(
      Object.values(expected.flags).filter(({ code }) => code === 'set-up-twice' || code === 'unknown-player'),
      [],
    );
  };

  test('a season was played, one game is being played; killed in the middle it goes on, and another follows it', async () => {
    await server.start();
    const { teams } = demoLeague.harbour;
    await eventually(async () => {
      const [row] = await rows<{ n: number }>('select count(*)::int as n from standing_finals');
      assert.ok(row!.n >= (teams.length * (teams.length - 1)) / 2);
    }, withinMs);
    await eventually(async () => assert.ok(((await live())?.revision ?? 0) > 20), withinMs);
    await server.kill();
    const cut = (await live())!;
    assert.equal(cut.is_over, false);

    await server.start();
    await eventually(async () => assert.ok(((await live())?.revision ?? 0) > (cut.revision ?? 0)), withinMs);
    await eventually(async () => assert.notEqual((await live())?.game_id, cut.game_id), withinMs);
    await checkFold(cut.game_id);
    const [game] = await rows<{ status: string }>('select status from games where id = $1', [cut.game_id]);
    assert.equal(game?.status, 'final');
  });

  test('of the live games the last ten are kept, and nothing that people made goes', async () => {
    await server.kill();
    const [home, away] = demoLeague.harbour.teams;
    const copy = (id: string) =>
      rows(
        `insert into games (id, season_id, host_team_id, home_team_id, away_team_id, visibility, rule_set, tracked, created_at, updated_at)
         values ($1, $2, $3, $3, $4, 'public', 'fiba-2024', '{"home": [], "away": []}', now(), now())`,
        [id, demoLeague.harbour.seasonId, home!.id, away!.id],
      );
    for (let n = 0; n < 14; n++) {
      await copy(demoId(`old live game ${n}`));
      await rows('insert into demo_games (game_id, is_over) values ($1, true)', [demoId(`old live game ${n}`)]);
    }
    const peoplesOwn = '019b76da-a801-7000-8000-000000000001';
    await copy(peoplesOwn);
    await server.start();
    await eventually(async () => assert.equal((await live())?.is_over, false), withinMs);
    const kept = await rows<{ game_id: string }>('select game_id from demo_games order by n desc');
    assert.equal(kept.length, 10);
    assert.deepEqual(
      kept.slice(1).map(({ game_id }) => game_id),
      Array.from({ length: 9 }, (_, index) => demoId(`old live game ${13 - index}`)),
    );
    assert.equal((await rows('select id from games where id = $1', [peoplesOwn])).length, 1);
    assert.equal((await rows('select id from games where id = $1', [demoId('old live game 0')])).length, 0);
  });
});
