import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { EventAnswer } from '@bball/contracts';
import { randomFrom } from '@bball/engine/testing';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import type pg from 'pg';
import { anEvent, idOf, insertGame, judged } from '../../testing/log-fixtures.ts';
import { type GameLog, makeGameLog } from './game-log.ts';
import { makeHeldEvents } from './held-events.ts';
import { openLogPool } from './log-pool.ts';

const teams = [idOf('team', 1), idOf('team', 2)] as const;

describe('the log of a game', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let gameLog: GameLog;
  let games = 0;

  before(async () => {
    database = await testDatabase();
    pool = openLogPool({ url: database.url, size: 20, role: database.role, durability: 'strict', onError: () => {} });
    gameLog = makeGameLog(pool);
  });
  after(async () => {
    await pool.end();
    await database.close();
  });

  const newGame = async (): Promise<string> => {
    games += 1;
    const gameId = idOf('game', games);
    await insertGame(database.pool, gameId, teams);
    return gameId;
  };

  const send = async (
    gameId: string,
    events: readonly unknown[],
    principal = 'user:1',
  ): Promise<readonly EventAnswer[]> => {
    const outcome = await gameLog.append({
      gameId,
      events: events.map((event) => judged(event, gameId)),
      principal,
      source: 'device',
    });
    assert.equal(outcome.kind, 'answered');
    return outcome.answers;
  };

  const short = (answers: readonly EventAnswer[]) => answers.map(({ outcome, seq, code }) => [outcome, seq ?? code]);

  test('I-1, I-2, I-3: 16 clients with overlapping retries get seqs without a gap, each event one', async () => {
    const gameId = await newGame();
    const random = randomFrom('overlapping retries');
    const answers = new Map<string, number>();
    const client = async (n: number): Promise<void> => {
      const events = Array.from({ length: 40 }, (_, index) => anEvent(gameId, `client ${n % 8}`, index + 1));
      for (let from = 0; from < events.length; ) {
        const upTo = Math.min(events.length, from + random.between(1, 6));
        const start = Math.max(0, from - random.between(0, 4));
        for (const answer of await send(gameId, events.slice(start, upTo))) {
          assert.ok(answer.outcome === 'accepted' || answer.outcome === 'repeated');
          const known = answers.get(answer.id);
          assert.ok(known === undefined || known === answer.seq, 'an event has one seq for ever');
          answers.set(answer.id, answer.seq);
        }
        from = upTo;
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, n) => client(n)));
    const log = await gameLog.read(gameId, 0, 1000);
    assert.deepEqual(
      log.map(({ seq }) => seq),
      Array.from({ length: 320 }, (_, index) => index + 1),
    );
    for (const { id, seq } of log) assert.equal(answers.get(id), seq);
    const outbox = await database.pool.query('select seq from outbox where game_id = $1 order by row_id', [gameId]);
    assert.deepEqual(
      outbox.rows.map(({ seq }) => seq),
      log.map(({ seq }) => seq),
    );
    for (const device of new Set(log.map(({ deviceId }) => deviceId))) {
      const seqs = log.filter(({ deviceId }) => deviceId === device).map(({ deviceSeq }) => deviceSeq);
      assert.deepEqual(
        seqs,
        [...seqs].sort((a, b) => a - b),
        'I-5: in the order of the device',
      );
    }
  });

  test('A-4: a stored event is repeated with its seq, also twice in a request, when the game is final and when it would be held', async () => {
    const gameId = await newGame();
    const [one, two] = [anEvent(gameId, 'a', 1), anEvent(gameId, 'a', 2)];
    assert.deepEqual(short(await send(gameId, [one, two, one])), [
      ['accepted', 1],
      ['accepted', 2],
      ['repeated', 1],
    ]);
    await send(gameId, [anEvent(gameId, 'a', 3, ended)]);
    const late = anEvent(gameId, 'a', 4);
    assert.deepEqual(short(await send(gameId, [two, late])), [
      ['repeated', 2],
      ['held', 'game-is-final'],
    ]);
    const outcome = await gameLog.append({
      gameId,
      events: [{ ...judged(one, gameId), hold: 'link-ended' }],
      principal: 'link:1',
      source: 'device',
    });
    assert.deepEqual(outcome.kind === 'answered' && short(outcome.answers), [['repeated', 1]]);
  });

  test('A-3: an id that comes back with other bytes is rejected and changes nothing', async () => {
    const gameId = await newGame();
    const event = anEvent(gameId, 'a', 1);
    const forged = { ...event, recordedAt: '2026-01-10T18:00:00.001Z' };
    assert.deepEqual(short(await send(gameId, [event, forged])), [
      ['accepted', 1],
      ['rejected', 'id-reused'],
    ]);
    assert.deepEqual(short(await send(gameId, [forged])), [['rejected', 'id-reused']]);
    assert.deepEqual(await gameLog.read(gameId, 0, 10), [{ ...event, seq: 1 }]);
    assert.deepEqual(await gameLog.read(gameId, Number.MAX_SAFE_INTEGER, 10), []);
  });

  const ended = { type: 'game-finalized', score: null };
  const reopened = { type: 'game-reopened' };

  test('A-7: the status changes only by who saw the last change, and only to another', async () => {
    const gameId = await newGame();
    const status = async (device: string, n: number, change: object) =>
      short(await send(gameId, [anEvent(gameId, device, n, { ...change })]))[0];
    assert.deepEqual(await status('a', 1, reopened), ['held', 'status-unchanged']);
    assert.deepEqual(await status('a', 2, ended), ['accepted', 1]);
    assert.deepEqual(await status('b', 1, { ...ended, afterSeq: 1 }), ['held', 'game-is-final']);
    assert.deepEqual(await status('b', 2, reopened), ['held', 'newer-status'], 'b had not seen the end');
    assert.deepEqual(await status('b', 3, { ...reopened, afterSeq: 1 }), ['accepted', 2]);
    assert.deepEqual(
      await status('c', 1, { ...ended, afterSeq: 1 }),
      ['held', 'newer-status'],
      'a late "end game" closes nothing',
    );
    assert.deepEqual(await status('b', 4, ended), ['accepted', 3], 'one device knows its own');
    assert.deepEqual(await gameLog.headSeq(gameId), 3);
  });

  test('A-8: held events wait by id; admitted ones get a seq under the admitter, discarded ones never come in', async () => {
    const gameId = await newGame();
    const held = makeHeldEvents(pool);
    await send(gameId, [anEvent(gameId, 'a', 1, ended)]);
    const [one, two] = [anEvent(gameId, 'b', 1), anEvent(gameId, 'b', 2)];
    assert.deepEqual(short(await send(gameId, [two, one], 'user:2')), [
      ['held', 'game-is-final'],
      ['held', 'game-is-final'],
    ]);
    await send(gameId, [anEvent(gameId, 'a', 2, reopened)]);
    assert.deepEqual(short(await send(gameId, [one], 'user:2')), [['held', 'game-is-final']], 'only a person admits');
    assert.deepEqual(await held.discard(gameId, [two.id], 'user:1'), [two.id]);
    assert.deepEqual(
      (await held.waiting(gameId)).map(({ event }) => event.id),
      [one.id],
    );
    const found = await held.find(gameId, [one.id, two.id]);
    const admitted = await gameLog.append({
      gameId,
      events: found.map(({ event }) => judged(event, gameId)),
      principal: 'user:1',
      source: 'tray',
    });
    assert.deepEqual(admitted.kind === 'answered' && short(admitted.answers), [['accepted', 3]]);
    assert.deepEqual(short(await send(gameId, [one, two], 'user:2')), [
      ['repeated', 3],
      ['rejected', 'discarded'],
    ]);
    const { rows } = await pool.query('select accepted_from from game_events where game_id = $1 and seq = 3', [gameId]);
    assert.equal(rows[0].accepted_from, 'user:1');
    assert.deepEqual(await held.waiting(gameId), []);
  });

  test('A-6: a full log takes nothing of a request, and everything stays pending', async () => {
    const gameId = await newGame();
    await database.pool.query(`insert into game_heads (game_id, last_seq) values ($1, 19999)`, [gameId]);
    const events = [anEvent(gameId, 'a', 1), anEvent(gameId, 'a', 2)].map((event) => judged(event, gameId));
    const full = await gameLog.append({ gameId, events, principal: 'user:1', source: 'device' });
    assert.deepEqual(full, { kind: 'log-full' });
    assert.equal(await gameLog.headSeq(gameId), 19_999);
    assert.deepEqual(short(await send(gameId, [anEvent(gameId, 'a', 1)])), [['accepted', 20_000]]);
  });

  test('A-6: a full tray takes nothing of a request', async () => {
    const gameId = await newGame();
    const hold = (n: number) => ({ ...judged(anEvent(gameId, 'a', n), gameId), hold: 'role-lost' as const });
    for (let batch = 0; batch < 4; batch++) {
      const events = Array.from({ length: 500 }, (_, index) => hold(batch * 500 + index + 1));
      assert.equal((await gameLog.append({ gameId, events, principal: 'user:1', source: 'device' })).kind, 'answered');
    }
    const more = await gameLog.append({ gameId, events: [hold(2001)], principal: 'user:1', source: 'device' });
    assert.deepEqual(more, { kind: 'log-full' });
    const other = await gameLog.append({ gameId, events: [hold(2001)], principal: 'user:2', source: 'device' });
    assert.equal(other.kind, 'answered');
  });

  test('A-5: who waits too long for the lock of a game is told that the database is busy, and other games go on', async () => {
    const [locked, free] = [await newGame(), await newGame()];
    await send(locked, [anEvent(locked, 'a', 1)]);
    const holder = await database.pool.connect();
    await holder.query('begin');
    await holder.query('select from game_heads where game_id = $1 for update', [locked]);
    const waiting = assert.rejects(send(locked, [anEvent(locked, 'a', 2)]), { code: '55P03' });
    assert.deepEqual(short(await send(free, [anEvent(free, 'a', 1)])), [['accepted', 1]]);
    await waiting;
    await holder.query('rollback');
    holder.release();
    assert.deepEqual(short(await send(locked, [anEvent(locked, 'a', 2)])), [['accepted', 2]]);
  });

  test('I-2: nobody changes or removes what stands in a log', async () => {
    const gameId = await newGame();
    await send(gameId, [anEvent(gameId, 'a', 1)]);
    for (const sql of ["update game_events set body = '{}'", 'delete from game_events']) {
      await assert.rejects(pool.query(`${sql} where game_id = $1`, [gameId]), /append-only/);
      await assert.rejects(database.pool.query(`${sql} where game_id = $1`, [gameId]), /append-only/);
    }
    await gameLog.forget(gameId);
    assert.deepEqual(await gameLog.read(gameId, 0, 10), []);
  });
});
