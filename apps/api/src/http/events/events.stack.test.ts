import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type Appended,
  contractVersion,
  type HeldEvents,
  type LogPage,
  type Problem,
  type SnapshotAnswer,
} from '@bball/contracts';
import { append, canonicalJson, foldLog, type GameId, openGame, snapshot as snapshotOf } from '@bball/engine';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { eventually } from '../../../testing/eventually.ts';
import { ask } from '../../../testing/http.ts';
import { anEvent, insertGame, type SimulatedGame, simulated } from '../../../testing/log-fixtures.ts';
import { endCoach, makeCoach, type Person, signedIn } from '../../../testing/people.ts';

describe('the door of the log', () => {
  let api: TestApi;
  let coach: Person;
  let stranger: Person;

  before(async () => {
    api = await startTestApi();
    coach = await signedIn(api);
    stranger = await signedIn(api);
  });
  after(() => api.stop());

  const newGame = async (seed: string): Promise<SimulatedGame> => {
    const game = simulated(seed);
    await insertGame(api.database.pool, game.gameId, game.teamIds);
    await makeCoach(api, coach.userId, game.teamIds[0]);
    return game;
  };

  const send = <Body = Appended>(gameId: string, events: readonly unknown[], token = coach.token, version = 1) =>
    ask<Body>(api.url, `/v1/games/${gameId}/events`, { token, body: { contractVersion: version, events } });

  test('A-1: who never scored this game gets 403, who cannot see it 404, nobody 401', async () => {
    const game = await newGame('principals');
    const refused = await send<Problem>(game.gameId, game.events.slice(0, 1), stranger.token);
    assert.deepEqual([refused.status, refused.body.code], [403, 'not-a-scorer']);
    await api.database.pool.query("update games set visibility = 'private' where id = $1", [game.gameId]);
    await api.database.pool.query("insert into access_changes (subject, subject_id) values ('game', $1)", [
      game.gameId,
    ]);
    await eventually(async () =>
      assert.equal((await send(game.gameId, game.events.slice(0, 1), stranger.token)).status, 404),
    );
    const anonymous = await ask<Problem>(api.url, `/v1/games/${game.gameId}/events`, {
      body: { contractVersion: 1, events: [] },
    });
    assert.equal(anonymous.status, 401);
  });

  test('A-1, A-8: whose role ended sends what was keyed and it is held; staff admits it', async () => {
    const game = await newGame('ended');
    const former = await signedIn(api);
    await makeCoach(api, former.userId, game.teamIds[0]);
    await send(game.gameId, game.events.slice(0, 10), former.token);
    await endCoach(api, former.userId);
    const readLog = () => ask(api.url, `/v1/games/${game.gameId}/events`, { token: former.token });
    await eventually(async () => assert.equal((await readLog()).status, 403));
    const late = game.events.slice(10, 14);
    const { body } = await send(game.gameId, late, former.token);
    assert.deepEqual(
      body.answers.map(({ outcome, code }) => [outcome, code]),
      Array(4).fill(['held', 'role-lost']),
    );
    const repeated = await send(game.gameId, game.events.slice(8, 10), former.token);
    assert.deepEqual(
      repeated.body.answers.map(({ outcome, seq }) => [outcome, seq]),
      [
        ['repeated', 9],
        ['repeated', 10],
      ],
    );

    const tray = await ask<HeldEvents>(api.url, `/v1/games/${game.gameId}/held-events`, { token: coach.token });
    assert.deepEqual(
      tray.body.heldEvents.map(({ event }) => event.id),
      late.map(({ id }) => id),
    );
    assert.equal((await ask(api.url, `/v1/games/${game.gameId}/held-events`, { token: former.token })).status, 403);
    const ids = late.map(({ id }) => id);
    const discarded = await ask(api.url, `/v1/games/${game.gameId}/held-events/discard`, {
      token: coach.token,
      body: { ids: ids.slice(3) },
    });
    assert.deepEqual(discarded.body, { discarded: ids.slice(3) });
    const admitted = await ask<Appended>(api.url, `/v1/games/${game.gameId}/held-events/admit`, {
      token: coach.token,
      body: { ids },
    });
    assert.deepEqual(
      admitted.body.answers.map(({ outcome, seq }) => [outcome, seq]),
      [
        ['accepted', 11],
        ['accepted', 12],
        ['accepted', 13],
      ],
    );
  });

  test('A-2, A-3: a newer app is told to wait, too many events to halve; a malformed event never takes the others along', async () => {
    const game = await newGame('requests');
    const tooNew = await send<Problem>(game.gameId, game.events.slice(0, 1), coach.token, contractVersion + 1);
    assert.deepEqual([tooNew.status, tooNew.body.code], [409, 'contract-too-new']);
    const tooMany = await send<Problem>(game.gameId, Array(501).fill(game.events[1]));
    assert.deepEqual([tooMany.status, tooMany.body.code], [413, 'batch-too-large']);
    const [first, second, third] = game.events;
    const mixed = await send(game.gameId, [
      first,
      { ...second, note: 'x' },
      { id: 7 },
      { ...third, gameId: stranger.userId },
      third,
    ]);
    assert.deepEqual(
      mixed.body.answers.map(({ id, outcome, seq, code }) => [id, outcome, seq ?? code]),
      [
        [first?.id, 'accepted', 1],
        [second?.id, 'rejected', 'malformed'],
        [null, 'rejected', 'malformed'],
        [third?.id, 'rejected', 'wrong-game'],
        [third?.id, 'accepted', 2],
      ],
    );
    assert.equal(mixed.body.headSeq, 2);
  });

  test('A-7: a batch with the end of the game in its middle is taken in parts, and what follows the end is held', async () => {
    const game = await newGame('cut');
    const end = anEvent(game.gameId, 'a', 2, { type: 'game-finalized', score: null });
    const { body } = await send(game.gameId, [anEvent(game.gameId, 'a', 1), end, anEvent(game.gameId, 'a', 3)]);
    assert.deepEqual(
      body.answers.map(({ outcome, seq, code }) => [outcome, seq ?? code]),
      [
        ['accepted', 1],
        ['accepted', 2],
        ['held', 'game-is-final'],
      ],
    );
  });

  test('A-11: a bucket of events per principal and game, and a moment to come again', async () => {
    const limited = await startTestApi({
      config: (config) => ({
        ...config,
        limits: { ...config.limits, events: { ...config.limits.events, points: 30 } },
      }),
    });
    try {
      const game = simulated('limited');
      await insertGame(limited.database.pool, game.gameId, game.teamIds);
      const scorer = await signedIn(limited);
      await makeCoach(limited, scorer.userId, game.teamIds[0]);
      const path = `/v1/games/${game.gameId}/events`;
      const post = (events: readonly unknown[]) =>
        ask(limited.url, path, { token: scorer.token, body: { contractVersion: 1, events } });
      assert.equal((await post(game.events.slice(0, 25))).status, 200);
      const tooFast = await post(game.events.slice(25, 50));
      assert.equal(tooFast.status, 429);
      assert.ok(Number(tooFast.headers.get('retry-after')) >= 1);
    } finally {
      await limited.stop();
    }
  });

  test('A-12, P3: the log comes back as it was sent, and the live state is its fold, at both doors', async () => {
    const game = await newGame('reads');
    for (let from = 0; from < game.events.length; from += 200)
      await send(game.gameId, game.events.slice(from, from + 200));
    const log = await ask<LogPage>(api.url, `/v1/games/${game.gameId}/events?after=5&limit=20`, { token: coach.token });
    assert.deepEqual(
      log.body.events.map(({ seq }) => seq),
      Array.from({ length: 20 }, (_, index) => index + 6),
    );
    assert.deepEqual(
      log.body.events.map(({ seq, ...event }) => event),
      game.events.slice(5, 25),
    );
    assert.equal((await ask(api.url, `/v1/games/${game.gameId}/events`, { token: stranger.token })).status, 403);

    const path = `/v1/games/${game.gameId}/live?atLeast=${game.events.length}`;
    await eventually(async () => assert.equal((await ask(api.url, path, { token: coach.token })).status, 200));
    const folded = openGame(game.gameId as GameId);
    append(folded, game.log);
    const staff = await ask<SnapshotAnswer>(api.url, path, { token: coach.token });
    assert.equal(canonicalJson(staff.body), canonicalJson(snapshotOf(folded)));
    assert.match(staff.headers.get('cache-control') ?? '', /no-store/);

    const open = `/v1/public/games/${game.gameId}/live`;
    const everyone = await ask<SnapshotAnswer>(api.url, open, { token: coach.token });
    assert.equal(canonicalJson(everyone.body), canonicalJson({ ...snapshotOf(folded), flags: {} }));
    const etag = everyone.headers.get('etag') ?? '';
    assert.equal(etag, `"${staff.body.engineVersion}-${game.events.length}"`);
    assert.equal((await ask(api.url, open, { headers: { 'If-None-Match': etag } })).status, 304);
    assert.match(everyone.headers.get('cache-control') ?? '', /public.*s-maxage=2/);
    const beyond = await ask<Problem>(api.url, `${open}?atLeast=${game.events.length + 1}`);
    assert.deepEqual([beyond.status, beyond.body.code], [404, 'revision-unknown']);
  });

  test('each number opens the plays that made it, and the other reads are of the same revision', async () => {
    const game = await newGame('numbers');
    await send(game.gameId, game.events.slice(0, 400));
    const expected = foldLog(game.gameId as GameId, game.log.slice(0, 400));
    const base = `/v1/public/games/${game.gameId}`;
    const revision = Math.min(400, game.events.length);
    await eventually(async () => assert.equal((await ask(api.url, `${base}/live?atLeast=${revision}`)).status, 200));
    for (const read of ['box-score', 'play-by-play', 'shot-chart', 'lineups']) {
      const { status, body } = await ask(api.url, `${base}/${read}`);
      assert.deepEqual([status, body.revision], [200, revision], read);
    }
    const [scorer, line] = Object.entries(expected.players).sort(([, a], [, b]) => (b.pts ?? 0) - (a.pts ?? 0))[0]!;
    const { body } = await ask<{ value: number; plays: { body: { points?: number; made: boolean }; type: string }[] }>(
      api.url,
      `${base}/numbers/${scorer}/pts`,
    );
    assert.equal(body.value, line.pts);
    const made = body.plays.map(({ body: play, type }) => (type === 'free-throw-attempted' ? 1 : (play.points ?? 0)));
    assert.equal(
      made.reduce((sum, points) => sum + points, 0),
      line.pts,
    );
    assert.equal((await ask(api.url, `${base}/numbers/${stranger.userId}/pts`)).status, 404);
    assert.equal((await ask(api.url, `${base}/numbers/${scorer}/name`)).status, 400);
  });
});
