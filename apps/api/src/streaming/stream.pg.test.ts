import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as basketball from '@bball/engine';
import {
  canonicalJson,
  type Delta,
  foldLog,
  type GameId,
  type LoggedEvent,
  resultHash,
  type Snapshot,
} from '@bball/engine';
import { absorb } from '@bball/sync';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import type pg from 'pg';
import { eventually } from '../../testing/eventually.ts';
import { anEvent, insertGame, judged, type SimulatedGame, simulated } from '../../testing/log-fixtures.ts';
import { makeLogger } from '../logger.ts';
import { openLogPool } from '../repositories/log-pool.ts';
import { makeTelemetry } from '../telemetry.ts';
import type { Engine } from './engine.ts';
import { makeStream, type Stream } from './stream.ts';

describe('from the log to the viewers', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  const running = new Set<Stream>();
  let ids = 0;

  before(async () => {
    database = await testDatabase();
    pool = openLogPool({ url: database.url, size: 10, role: database.role, durability: 'strict', onError: () => {} });
  });
  after(async () => {
    await pool.end();
    await database.close();
  });

  const start = async (engine: Engine = basketball, onDelta: (delta: Delta) => void = () => {}): Promise<Stream> => {
    ids += 1;
    const stream = makeStream({
      pool,
      followPool: pool,
      leasePool: pool,
      engine,
      isAlone: true,
      log: makeLogger({ level: 'silent' }),
      telemetry: makeTelemetry(false),
      newId: () => `00000000-0000-7000-8000-${String(ids).padStart(12, '0')}`,
      monotonicMs: () => performance.now(),
    });
    await stream.start({ isWatched: () => true, delta: onDelta, grew: () => {} });
    running.add(stream);
    return stream;
  };

  const stop = async (): Promise<void> => {
    for (const stream of running) await stream.stop();
    running.clear();
  };

  const send = async (
    stream: Stream,
    game: Pick<SimulatedGame, 'gameId'>,
    events: readonly unknown[],
  ): Promise<void> => {
    const judgedEvents = events.map((event) => judged(event, game.gameId));
    const last = judgedEvents.findIndex(({ sealed }) => sealed.event.type === 'game-finalized');
    for (const part of last === -1 ? [judgedEvents] : [judgedEvents.slice(0, last), judgedEvents.slice(last)]) {
      if (part.length === 0) continue;
      const outcome = await stream.gameLog.append({
        gameId: game.gameId,
        events: part,
        principal: 'user:1',
        source: 'device',
      });
      assert.equal(outcome.kind, 'answered');
      stream.committed(game.gameId, []);
    }
  };

  const storedHash = async (gameId: string): Promise<{ revision: number; hash: string } | undefined> =>
    (await pool.query('select revision, hash from game_results where game_id = $1', [gameId])).rows[0];

  const newGame = async (seed: string): Promise<SimulatedGame> => {
    const game = simulated(seed);
    await insertGame(database.pool, game.gameId, game.teamIds);
    return game;
  };

  test('a whole game sent play by play is folded, stored with its lines and shown by deltas that join', async () => {
    const game = await newGame('whole');
    let shown: Snapshot | null = null;
    const stream = await start(basketball, (delta) => {
      if (delta.gameId !== game.gameId) return;
      const { outcome, state } = absorb(shown, delta);
      assert.notEqual(outcome, 'gap');
      shown = state;
    });
    for (const [index, event] of game.events.entries()) {
      await send(stream, game, index % 7 === 0 ? [game.events[Math.max(0, index - 1)], event] : [event]);
    }
    const expected = foldLog(game.gameId as GameId, game.log);
    await eventually(async () => assert.equal((await storedHash(game.gameId))?.hash, resultHash(expected)));
    const { stints, ...snapshot } = expected;
    assert.ok(stints.length > 0);
    assert.equal(canonicalJson(shown), canonicalJson(snapshot));

    const lines = await pool.query('select sum(pts)::int as pts from player_lines where game_id = $1', [game.gameId]);
    const totals = await pool.query('select sum(pts)::int as pts from team_lines where game_id = $1', [game.gameId]);
    const { home, away } = expected.game.score;
    assert.equal(lines.rows[0].pts, home + away);
    assert.equal(totals.rows[0].pts, home + away);
    await stop();
  });

  test('F-1, F-3: a final is settled once with its score; reopened it stands no more, and the next final is the standing one', async () => {
    const game = await newGame('finals');
    const stream = await start();
    await send(stream, game, game.events);
    const finals = async () =>
      (
        await pool.query('select final_event_id, home_pts, away_pts from standing_finals where game_id = $1', [
          game.gameId,
        ])
      ).rows;
    const { home, away } = foldLog(game.gameId as GameId, game.log).game.score;
    const finalId = game.events.find(({ type }) => type === 'game-finalized')?.id;
    await eventually(async () =>
      assert.deepEqual(await finals(), [{ final_event_id: finalId, home_pts: home, away_pts: away }]),
    );
    const row = await pool.query('select status, final_at from games where id = $1', [game.gameId]);
    assert.equal(row.rows[0].status, 'final');
    assert.notEqual(row.rows[0].final_at, null);

    const head = await stream.gameLog.headSeq(game.gameId);
    await send(stream, game, [anEvent(game.gameId, 'coach', 1, { type: 'game-reopened', afterSeq: head })]);
    await eventually(async () => assert.deepEqual(await finals(), []));
    await eventually(async () => assert.equal((await storedHash(game.gameId))?.revision, head + 1));
    const again = anEvent(game.gameId, 'coach', 2, { type: 'game-finalized', score: null, afterSeq: head + 1 });
    await send(stream, game, [again]);
    await eventually(async () => assert.deepEqual((await finals())[0]?.final_event_id, again.id));
    const all = await pool.query('select count(*)::int as n from game_finals where game_id = $1', [game.gameId]);
    assert.equal(all.rows[0].n, 2);
    await stop();
  });

  test('F-4: a final whose confirmed score differs from the fold settles nothing', async () => {
    const game = await newGame('disputed');
    const stream = await start();
    const events = game.events.map((event) =>
      event.type === 'game-finalized' ? { ...event, score: { home: 1, away: 0 } } : event,
    );
    await send(stream, game, events);
    await eventually(async () => assert.equal((await storedHash(game.gameId))?.revision, events.length));
    assert.equal((await pool.query('select from game_finals where game_id = $1', [game.gameId])).rowCount, 0);
    await stop();
  });

  test('K-9: rows of the outbox that were lost are found by the sweep at the next start', async () => {
    const game = await newGame('lost rows');
    const first = await start();
    await send(first, game, game.events.slice(0, 100));
    await eventually(async () => assert.equal((await storedHash(game.gameId))?.revision, 100));
    await stop();
    await send(first, game, game.events.slice(100, 150));
    await database.pool.query('delete from outbox');
    await start();
    const expected = resultHash(foldLog(game.gameId as GameId, game.log.slice(0, 150)));
    await eventually(async () => assert.equal((await storedHash(game.gameId))?.hash, expected));
    await stop();
  });

  test('J-11, K-9: a newer engine rewrites the results of idle games, an older one leaves them', async () => {
    const game = await newGame('engines');
    const stream = await start();
    await send(stream, game, game.events);
    await eventually(async () => assert.equal((await storedHash(game.gameId))?.revision, game.events.length));
    await stop();
    const versionOf = async () =>
      (await pool.query('select engine_version from game_results where game_id = $1', [game.gameId])).rows[0]
        .engine_version;
    const newer: Engine = {
      ...basketball,
      engineVersion: basketball.engineVersion + 1,
      takeDelta: (of) => {
        const delta = basketball.takeDelta(of);
        return delta === null ? null : { ...delta, engineVersion: basketball.engineVersion + 1 };
      },
      result: (of) => ({ ...basketball.result(of), engineVersion: basketball.engineVersion + 1 }),
    };
    await start(newer);
    await eventually(async () => assert.equal(await versionOf(), basketball.engineVersion + 1));
    await stop();
    await start();
    await eventually(async () => {
      const waiting = await pool.query('select count(*)::int as n from republish_requests');
      assert.equal(waiting.rows[0].n, 0);
    });
    assert.equal(await versionOf(), basketball.engineVersion + 1);
    await stop();
  });

  test('J-7, K-7: a game on which the engine throws is parked alone, and comes back with an engine that can', async () => {
    const poisoned = await newGame('poisoned');
    const healthy = await newGame('healthy');
    const choking: Engine = {
      ...basketball,
      append: (of, events: readonly LoggedEvent[]) => {
        if (events.some(({ gameId, seq }) => gameId === poisoned.gameId && seq === 20)) throw new Error('choked');
        basketball.append(of, events);
      },
    };
    const stream = await start(choking);
    await send(stream, poisoned, poisoned.events.slice(0, 30));
    await send(stream, healthy, healthy.events);
    await eventually(async () => assert.equal((await storedHash(healthy.gameId))?.revision, healthy.events.length));
    assert.equal(await stream.gameLog.headSeq(poisoned.gameId), 30, 'the log takes plays all the same');
    await stop();
    await database.pool.query("update republish_requests set due_at = now() - interval '1 minute'");
    await start();
    await eventually(async () => assert.equal((await storedHash(poisoned.gameId))?.revision, 30));
    await eventually(async () => {
      const left = await pool.query('select count(*)::int as n from outbox');
      assert.equal(left.rows[0].n, 0);
    });
    await stop();
  });

  test('W-2, I-16: an older result and one ahead of its log are refused, lines that are gone go', async () => {
    const game = await newGame('guard');
    const stream = await start();
    await send(stream, game, game.events.slice(0, 50));
    await eventually(async () => assert.equal((await storedHash(game.gameId))?.revision, 50));
    const write = async (revision: number, version: number) =>
      (
        await pool.query(
          `select write_game_result($1, $2, $3, 'hash', '\\x7b7d',
             '{"status": "live", "homePts": 0, "awayPts": 0, "period": 1, "isScoreDisputed": false}', '[]', '[]') as outcome`,
          [game.gameId, revision, version],
        )
      ).rows[0].outcome;
    assert.equal(await write(49, basketball.engineVersion + 7), 'older');
    assert.equal(await write(50, 1), 'older');
    assert.equal(await write(51, 1), 'beyond-head');
    assert.equal(await write(50, basketball.engineVersion + 1), 'written');
    assert.equal((await pool.query('select from player_lines where game_id = $1', [game.gameId])).rowCount, 0);
    await stop();
  });
});
