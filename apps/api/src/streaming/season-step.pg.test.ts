/** The season step inside the process (J-10): leaders and form out of real games, right under corrections, restarts and crashes. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as basketball from '@bball/engine';
import {
  append,
  type GameId,
  type LoggedEvent,
  openGame,
  result,
  type SeasonLines,
  seasonLines,
  seasonTable,
} from '@bball/engine';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import type pg from 'pg';
import { eventually } from '../../testing/eventually.ts';
import { anEvent, idOf, insertGame, judged, type SimulatedGame, simulated } from '../../testing/log-fixtures.ts';
import { makeLogger } from '../logger.ts';
import { openLogPool } from '../repositories/log-pool.ts';
import { makeTelemetry } from '../telemetry.ts';
import type { Engine } from './engine.ts';
import { makeStream, type Stream } from './stream.ts';

describe('the season step of a process without a job', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let running: Stream | null = null;
  let ids = 0;

  before(async () => {
    database = await testDatabase();
    pool = openLogPool({ url: database.url, size: 10, role: database.role, durability: 'strict', onError: () => {} });
  });
  after(async () => {
    await running?.stop();
    await pool.end();
    await database.close();
  });

  const start = async (engine: Engine = basketball): Promise<Stream> => {
    await running?.stop();
    ids += 1;
    running = makeStream({
      pool,
      followPool: pool,
      leasePool: pool,
      engine,
      isAlone: true,
      log: makeLogger({ level: 'silent' }),
      telemetry: makeTelemetry(false),
      newId: () => idOf('holder', ids),
      monotonicMs: () => performance.now(),
    });
    await running.start({ isWatched: () => false, delta: () => {}, grew: () => {} });
    return running;
  };
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };

  const newSeason = async (name: string): Promise<string> => {
    const [leagueId, seasonId] = [idOf(`league ${name}`, 1), idOf(`season ${name}`, 1)];
    await database.pool.query(
      `insert into leagues (id, name, short_name, age_group, max_visibility, created_at, updated_at)
       values ($1, $2, 'L', 'adult', 'public', now(), now())`,
      [leagueId, name],
    );
    await database.pool.query(
      `insert into seasons (id, league_id, name, rule_set, created_at, updated_at) values ($1, $2, $3, 'fiba-2024', now(), now())`,
      [seasonId, leagueId, name],
    );
    return seasonId;
  };

  const newGame = async (seasonId: string, seed: string, isAccepted = true): Promise<SimulatedGame> => {
    const game = simulated(seed);
    await insertGame(database.pool, game.gameId, game.teamIds);
    await database.pool.query('update games set season_id = $2, away_accepted_at = $3 where id = $1', [
      game.gameId,
      seasonId,
      isAccepted ? new Date() : null,
    ]);
    return game;
  };

  /** Each status by itself, as the append wants it. */
  const send = async (stream: Stream, gameId: string, events: readonly unknown[]): Promise<void> => {
    const all = events.map((event) => judged(event, gameId));
    const isStatus = ({ sealed }: (typeof all)[number]): boolean =>
      sealed.event.type === 'game-finalized' || sealed.event.type === 'game-reopened';
    const parts = all.reduce<(typeof all)[]>((cut, event) => {
      const last = cut.at(-1);
      if (last === undefined || isStatus(event) || last.some(isStatus)) cut.push([event]);
      else last.push(event);
      return cut;
    }, []);
    for (const part of parts) {
      const outcome = await stream.gameLog.append({ gameId, events: part, principal: 'user:1', source: 'device' });
      assert.ok(outcome.kind === 'answered' && outcome.answers.every((answer) => answer.outcome === 'accepted'));
    }
    stream.committed(gameId, []);
  };

  const wholeLog = async (gameId: string): Promise<LoggedEvent[]> =>
    (
      await database.pool.query<{ seq: number; body: object }>(
        'select seq, body from game_events where game_id = $1 order by seq',
        [gameId],
      )
    ).rows.map(({ seq, body }) => ({ ...body, seq }) as LoggedEvent);

  /** What a fold from scratch of these games' logs gives. */
  const expectedTable = async (games: readonly SimulatedGame[]) => {
    const lines: SeasonLines[] = [];
    for (const { gameId } of games) {
      const game = openGame(gameId as GameId);
      append(game, await wholeLog(gameId));
      lines.push(...[seasonLines(game, result(game))].filter((one) => one !== null));
    }
    return JSON.parse(JSON.stringify(seasonTable(lines)));
  };

  const storedTable = async (seasonId: string) =>
    (await database.pool.query('select "table" from season_tables where season_id = $1', [seasonId])).rows[0]?.table;

  const tableIs = (seasonId: string, games: readonly SimulatedGame[]) =>
    eventually(async () => assert.deepEqual(await storedTable(seasonId), await expectedTable(games)), 20_000);

  test('J-10: final games give the table that a fold of their logs gives; a correction and a withdrawal count as if so at once', async () => {
    const season = await newSeason('whole');
    const games = [await newGame(season, 'step 1'), await newGame(season, 'step 2')];
    const stream = await start();
    for (const game of games) await send(stream, game.gameId, game.events);
    await tableIs(season, games);
    assert.equal((await storedTable(season)).games, 2);

    const [first] = games as [SimulatedGame, SimulatedGame];
    const head = await stream.gameLog.headSeq(first.gameId);
    await send(stream, first.gameId, [anEvent(first.gameId, 'coach', 1, { type: 'game-reopened', afterSeq: head })]);
    await eventually(async () => assert.equal((await storedTable(season)).games, 1), 20_000);
    await tableIs(season, games);

    const basket = first.events.find((event) => event.type === 'field-goal-attempted' && event.made);
    await send(stream, first.gameId, [
      anEvent(first.gameId, 'coach', 2, { type: 'play-voided', playId: basket?.id, afterSeq: head + 1 }),
      anEvent(first.gameId, 'coach', 3, { type: 'game-finalized', score: null, afterSeq: head + 2 }),
    ]);
    await eventually(async () => assert.equal((await storedTable(season)).games, 2), 20_000);
    await tableIs(season, games);
    await stop();
  });

  test('J-10: a process that died after the result and before the lines, or before the table, is made good at the next start', async () => {
    const season = await newSeason('crash');
    const games = [await newGame(season, 'crash 1'), await newGame(season, 'crash 2')];
    const stream = await start();
    for (const game of games) await send(stream, game.gameId, game.events);
    await tableIs(season, games);
    await stop();
    await database.pool.query('delete from season_games where game_id = $1', [games[0]?.gameId]);
    await database.pool.query('delete from season_tables where season_id = $1', [season]);
    await start();
    await tableIs(season, games);
    await stop();
    await database.pool.query('delete from season_tables where season_id = $1', [season]);
    await start();
    await tableIs(season, games);
    await stop();
  });

  test('J-10: a reopening whose withdrawal was lost is taken back at the next start', async () => {
    const season = await newSeason('lost withdrawal');
    const games = [await newGame(season, 'lost 1')];
    const stream = await start();
    await send(stream, games[0]!.gameId, games[0]!.events);
    await tableIs(season, games);
    const row = async () =>
      (await database.pool.query('select * from season_games where season_id = $1', [season])).rows[0];
    const before = await row();
    const head = await stream.gameLog.headSeq(games[0]!.gameId);
    await send(stream, games[0]!.gameId, [
      anEvent(games[0]!.gameId, 'coach', 1, { type: 'game-reopened', afterSeq: head }),
    ]);
    await eventually(async () => assert.equal((await row()).lines, null));
    await stop();
    await database.pool.query('update season_games set lines = $2, revision = $3 where season_id = $1', [
      season,
      before.lines,
      before.revision,
    ]);
    await start();
    await eventually(async () => assert.equal((await row()).lines, null), 20_000);
    await eventually(async () => assert.equal((await storedTable(season)).games, 0), 20_000);
    await stop();
  });

  test('J-10, J-11: lines of a newer engine replace those of an older one, and an older engine asks for nothing for ever', async () => {
    const season = await newSeason('engines');
    const games = [await newGame(season, 'engine 1')];
    const stream = await start();
    await send(stream, games[0]!.gameId, games[0]!.events);
    await tableIs(season, games);
    const versions = async () =>
      (
        await database.pool.query(
          'select g.engine_version as lines, t.engine_versions::int as table from season_games g join season_tables t using (season_id) where season_id = $1',
          [season],
        )
      ).rows[0];
    const next = basketball.engineVersion + 1;
    await start({
      ...basketball,
      engineVersion: next,
      result: (of) => ({ ...basketball.result(of), engineVersion: next }),
    });
    await eventually(async () => assert.deepEqual(await versions(), { lines: next, table: next }), 20_000);
    await start();
    const waiting = async () =>
      (await database.pool.query("select from republish_requests where reason = 'season-behind'")).rowCount;
    assert.equal(await waiting(), 0);
    assert.deepEqual(await versions(), { lines: next, table: next });
    await stop();
  });

  test('J-10: a game that the other side has not agreed to counts for nothing until it does', async () => {
    const season = await newSeason('unasked');
    const games = [await newGame(season, 'unasked 1', false), await newGame(season, 'unasked 2')];
    const stream = await start();
    for (const game of games) await send(stream, game.gameId, game.events);
    await tableIs(season, games.slice(1));
    await database.pool.query('update games set away_accepted_at = now() where id = $1', [games[0]!.gameId]);
    await stream.refolds.request(games[0]!.gameId, 'accepted');
    await tableIs(season, games);
    await stop();
  });

  test('J-10: a game that is forgotten leaves the table', async () => {
    const season = await newSeason('forgotten');
    const games = [await newGame(season, 'gone 1'), await newGame(season, 'gone 2')];
    const stream = await start();
    for (const game of games) await send(stream, game.gameId, game.events);
    await tableIs(season, games);
    await stop();
    await stream.gameLog.forget(games[0]!.gameId);
    await start();
    await tableIs(season, games.slice(1));
    await stop();
  });
});
