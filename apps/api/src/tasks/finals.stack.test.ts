/** Finals from settling to what people read, over the doors that people use (protocol.md §11). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { openShortGame, playShortGame } from '../../testing/short-game.ts';
import { as, makeTenant, type Tenant, trying } from '../../testing/tenant.ts';
import type { Announcement } from '../commands/announce-final.ts';
import { announceDueFinals } from './finals.ts';

describe('finals', () => {
  let api: TestApi;
  let tenant: Tenant;

  /** Nothing is announced by itself here, so that each test says when. */
  before(async () => {
    api = await startTestApi({
      config: (config) => ({ ...config, finals: { announcedAfterMs: 60_000, lookMs: 60_000 } }),
    });
    tenant = await makeTenant(api, 'Finals');
  });
  after(() => api.stop());

  const admin = () => as(api, tenant.users.leagueAdmin);
  const players = () => ({ by: admin(), home: tenant.home, away: tenant.away });

  const newGame = async (visibility = 'public'): Promise<string> => {
    const gameId = randomUUID();
    const teams = { homeTeamId: tenant.home.teamId, awayTeamId: tenant.away.teamId };
    await admin()('PUT', `/v1/games/${gameId}`, { seasonId: tenant.seasonId, ...teams, visibility });
    return gameId;
  };

  const settled = (gameId: string, finalId: string) =>
    eventually(async () => {
      const found = await api.database.pool.query(
        'select from game_finals where game_id = $1 and final_event_id = $2',
        [gameId, finalId],
      );
      assert.equal(found.rowCount, 1);
    });

  /** What is told when all that was settled is due. */
  const announceAll = async (announcedAfterMs = 0): Promise<readonly Announcement[]> => {
    const told: Announcement[] = [];
    const parts = { ...api.parts, config: { ...api.config, finals: { announcedAfterMs, lookMs: 0 } } };
    await announceDueFinals(parts, (announcement) => void told.push(announcement));
    return told;
  };

  const feedOf = async (gameId: string, path = '/v1/public/finals') => {
    const { body } = await trying(api, null)('GET', `${path}?seasonId=${tenant.seasonId}&limit=100`);
    return body.finals.filter((final: { gameId: string }) => final.gameId === gameId);
  };

  test('F-2: a final is announced once, when it is due and not before, and then it is in the list', async () => {
    const gameId = await newGame();
    const { finalId } = await playShortGame({ gameId, ...players() }, { home: 4, away: 2 });
    await settled(gameId, finalId);
    assert.deepEqual(await announceAll(60_000), []);
    assert.deepEqual(await feedOf(gameId), []);
    const score = { home: 4, away: 2 };
    const expected = { gameId, finalEventId: finalId, score, announcedAs: 'final', collapseId: `final:${finalId}` };
    assert.deepEqual(await announceAll(), [expected]);
    assert.deepEqual(await announceAll(), []);
    const [shown] = await feedOf(gameId);
    assert.deepEqual(
      [shown.score, shown.announcedAs, shown.isStanding, shown.home.id],
      [score, 'final', true, tenant.home.teamId],
    );
  });

  test('F-2: of several processes that look at once, one announces', async () => {
    const gameId = await newGame();
    const { finalId } = await playShortGame({ gameId, ...players() }, { home: 2, away: 0 });
    await settled(gameId, finalId);
    const told = await Promise.all(Array.from({ length: 5 }, () => announceAll()));
    assert.deepEqual(
      told.flat().map(({ finalEventId }) => finalEventId),
      [finalId],
    );
  });

  test('F-2: a process that dies while it announces leaves the final to the next', async () => {
    const gameId = await newGame();
    const { finalId } = await playShortGame({ gameId, ...players() }, { home: 2, away: 0 });
    await settled(gameId, finalId);
    const parts = { ...api.parts, config: { ...api.config, finals: { announcedAfterMs: 0, lookMs: 0 } } };
    const dies = (): never => {
      throw new Error('killed');
    };
    await assert.rejects(announceDueFinals(parts, dies), /killed/);
    assert.deepEqual(await feedOf(gameId), []);
    assert.deepEqual(
      (await announceAll()).map(({ finalEventId }) => finalEventId),
      [finalId],
    );
  });

  test('F-2, F-3: reopened before it is due it is not announced; the next final is, and not as a correction', async () => {
    const gameId = await newGame();
    const { finalId, ...game } = await playShortGame({ gameId, ...players() }, { home: 2, away: 0 });
    await settled(gameId, finalId);
    await game.reopen();
    assert.deepEqual(await announceAll(), []);
    await game.basket('away', 3);
    const again = await game.finalize();
    await settled(gameId, again);
    assert.deepEqual(
      (await announceAll()).map(({ finalEventId, announcedAs, score }) => [finalEventId, announcedAs, score]),
      [[again, 'final', { home: 2, away: 3 }]],
    );
  });

  test('F-3: after an announcement the next final is a correction if the score changed, and silent if not', async () => {
    const gameId = await newGame();
    const { finalId, ...game } = await playShortGame({ gameId, ...players() }, { home: 2, away: 0 });
    await settled(gameId, finalId);
    await announceAll();
    await game.reopen();
    assert.equal((await feedOf(gameId))[0].isStanding, false);
    await settled(gameId, await game.finalize());
    assert.deepEqual(await announceAll(), []);
    await game.reopen();
    await game.basket('home', 3);
    const third = await game.finalize();
    await settled(gameId, third);
    assert.deepEqual(
      (await announceAll()).map(({ finalEventId, announcedAs, score }) => [finalEventId, announcedAs, score]),
      [[third, 'corrected', { home: 5, away: 0 }]],
    );
    assert.deepEqual(
      (await feedOf(gameId)).map((final: { announcedAs: string; isStanding: boolean }) => [
        final.announcedAs,
        final.isStanding,
      ]),
      [
        ['corrected', true],
        ['final', false],
      ],
    );
  });

  test('P6: the list has the finals of games that one may watch, page by page', async () => {
    const gameId = await newGame('team');
    const { finalId } = await playShortGame({ gameId, ...players() }, { home: 2, away: 0 });
    await settled(gameId, finalId);
    await announceAll();
    assert.deepEqual(await feedOf(gameId), []);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await admin()('GET', `/v1/finals?seasonId=${tenant.seasonId}&limit=1${cursor}`);
      seen.push(...body.finals.map((final: { gameId: string }) => final.gameId));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    assert.equal(seen[0], gameId);
    const whole = await admin()('GET', `/v1/finals?seasonId=${tenant.seasonId}&limit=100`);
    assert.deepEqual(
      seen,
      whole.body.finals.map((final: { gameId: string }) => final.gameId),
    );
    const stranger = await api.newUser();
    const { body } = await as(api, stranger)('GET', `/v1/finals?seasonId=${tenant.seasonId}&limit=100`);
    assert.ok(!body.finals.some((final: { gameId: string }) => final.gameId === gameId));
  });

  describe('F-4: a final whose confirmed score differs from the plays', () => {
    const disputed = async () => {
      const gameId = await newGame();
      const game = openShortGame({ gameId, ...players() });
      await game.setUp();
      await game.basket('home', 2);
      const finalId = await game.finalize({ home: 3, away: 0 });
      await eventually(async () => {
        const { body } = await admin()('GET', `/v1/games/${gameId}`);
        assert.equal(body.disputedFinalId, finalId);
      });
      return { gameId, game, finalId };
    };
    const confirm = (gameId: string, finalEventId: string, by = trying(api, tenant.users.leagueAdmin)) =>
      by('POST', `/v1/games/${gameId}/final/confirm`, { finalEventId });
    const audited = async (gameId: string) =>
      (
        await api.database.pool.query(
          "select actor_id, subject_id from audit_entries where action = 'canConfirmFinal' and game_id = $1",
          [gameId],
        )
      ).rows;

    test('counts for nothing until the league confirms it, once, with the score of the plays', async () => {
      const { gameId, finalId } = await disputed();
      const standing = () =>
        api.database.pool.query('select home_pts, away_pts from standing_finals where game_id = $1', [gameId]);
      assert.deepEqual((await standing()).rows, []);
      const [first, second] = await Promise.all([confirm(gameId, finalId), confirm(gameId, finalId)]);
      assert.deepEqual([first.status, second.status], [200, 200]);
      assert.equal(first.body.disputedFinalId, null);
      assert.equal((await confirm(gameId, finalId)).status, 200);
      assert.deepEqual((await standing()).rows, [{ home_pts: 2, away_pts: 0 }]);
      assert.deepEqual(await audited(gameId), [{ actor_id: tenant.users.leagueAdmin.userId, subject_id: finalId }]);
      assert.deepEqual(
        (await announceAll()).map(({ finalEventId }) => finalEventId),
        [finalId],
      );
    });

    test('is said to the staff alone, and only the league may confirm it', async () => {
      const { gameId, finalId } = await disputed();
      const nobody = await trying(api, null)('GET', `/v1/games/${gameId}`);
      assert.deepEqual([nobody.body.disputedFinalId, nobody.body.rights.canConfirmFinal], [null, false]);
      const coach = await as(api, tenant.users.homeCoach)('GET', `/v1/games/${gameId}`);
      assert.deepEqual([coach.body.disputedFinalId, coach.body.rights.canConfirmFinal], [finalId, false]);
      const refused = await confirm(gameId, finalId, trying(api, tenant.users.homeCoach));
      assert.deepEqual([refused.status, refused.body.code], [403, 'not-permitted']);
      const league = await admin()('GET', `/v1/games/${gameId}`);
      assert.equal(league.body.rights.canConfirmFinal, true);
      assert.deepEqual(await audited(gameId), []);
    });

    test('cannot be confirmed once the game was reopened, nor as another event', async () => {
      const { gameId, game, finalId } = await disputed();
      assert.equal((await confirm(gameId, randomUUID())).body.code, 'final-does-not-stand');
      await game.reopen();
      assert.equal((await confirm(gameId, finalId)).body.code, 'final-does-not-stand');
    });

    test('a final that nobody doubts needs no confirmation, and one that is not folded yet is asked for again', async () => {
      const gameId = await newGame();
      const { finalId } = await playShortGame({ gameId, ...players() }, { home: 2, away: 0 });
      await settled(gameId, finalId);
      assert.equal((await confirm(gameId, finalId)).body.code, 'final-not-disputed');
      const late = await disputed();
      await api.database.pool.query('delete from game_results where game_id = $1', [late.gameId]);
      const early = await confirm(late.gameId, late.finalId);
      assert.deepEqual([early.status, early.body.code], [503, 'revision-not-reached']);
      assert.equal(early.headers.get('retry-after'), '1');
    });
  });

  test('F-4: a standing final that a newer fold contradicts stays as it is, and is told of', async () => {
    const gameId = await newGame();
    const { finalId } = await playShortGame({ gameId, ...players() }, { home: 2, away: 0 });
    await settled(gameId, finalId);
    const { finals } = api.parts.repositories.nouns;
    assert.deepEqual(await finals.contradicted(), []);
    await api.database.pool.query('update game_results set home_pts = 3 where game_id = $1', [gameId]);
    assert.deepEqual(await finals.contradicted(), [{ gameId, finalEventId: finalId, score: { home: 2, away: 0 } }]);
  });
});
