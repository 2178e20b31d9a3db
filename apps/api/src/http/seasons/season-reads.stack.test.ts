/** What a season adds up to, at both doors, for whoever may see what of it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { canariesIn, startTestApi, type TestApi, type TestUser } from '@bball/test-kit';
import { eventually } from '../../../testing/eventually.ts';
import { openShortGame, playShortGame, type ShortGame } from '../../../testing/short-game.ts';
import { as, makeTenant, type Squad, type Tenant, trying } from '../../../testing/tenant.ts';

type Score = { readonly home: number; readonly away: number };
type Shown = { readonly [field: string]: unknown };

describe('a season', () => {
  let api: TestApi;
  let tenant: Tenant;

  before(async () => {
    api = await startTestApi();
    tenant = await makeTenant(api, 'Season');
  });
  after(() => api.stop());

  const admin = () => as(api, tenant.users.leagueAdmin);
  let day = 0;

  const play = async (home: Squad, away: Squad, score: Score, visibility?: string) => {
    const gameId = randomUUID();
    const teams = { seasonId: tenant.seasonId, homeTeamId: home.teamId, awayTeamId: away.teamId };
    await admin()('PUT', `/v1/games/${gameId}`, { ...teams, ...(visibility === undefined ? {} : { visibility }) });
    day += 1;
    return { gameId, ...(await playShortGame({ gameId, by: admin(), home, away, day }, score)) };
  };

  const readBy = async (user: TestUser | null, what: 'standings' | 'leaders') =>
    (await trying(api, user)('GET', `/v1/seasons/${tenant.seasonId}/${what}`)).body;

  /** rank, team, games, won, lost, tied, points of both. */
  const standingsFor = async (user: TestUser | null) =>
    (await readBy(user, 'standings')).standings.map((row: Shown & { readonly team: { readonly id: string } }) => [
      row.rank,
      row.team.id,
      row.games,
      row.won,
      row.lost,
      row.tied,
      row.pts,
      row.opponentPts,
      row.winPct,
    ]);

  const standingsAre = (user: TestUser | null, expected: readonly unknown[]) =>
    eventually(async () => assert.deepEqual(await standingsFor(user), expected));

  test('F-3: standings are those of the finals that stand: a reopened game is out, its next final in; nobody counts twice', async () => {
    const { home, away, youth, youthRivals } = tenant;
    const game: ShortGame = await play(home, away, { home: 4, away: 2 });
    await play(away, home, { home: 2, away: 2 });
    const before = [
      [1, home.teamId, 2, 1, 0, 1, 6, 4, 0.75],
      [2, away.teamId, 2, 0, 1, 1, 4, 6, 0.25],
    ];
    await standingsAre(null, before);
    await game.reopen();
    await standingsAre(null, [
      [1, away.teamId, 1, 0, 0, 1, 2, 2, 0.5],
      [1, home.teamId, 1, 0, 0, 1, 2, 2, 0.5],
    ]);
    await game.basket('away', 3);
    await game.finalize();
    await standingsAre(null, [
      [1, away.teamId, 2, 1, 0, 1, 7, 6, 0.75],
      [2, home.teamId, 2, 0, 1, 1, 6, 7, 0.25],
    ]);
    // Those who have not played are there too, for those who see them, in the order of their names.
    assert.deepEqual((await standingsFor(tenant.users.leagueAdmin)).slice(2), [
      [3, youthRivals.teamId, 0, 0, 0, 0, 0, 0, null],
      [3, youth.teamId, 0, 0, 0, 0, 0, 0, null],
    ]);
    assert.equal(
      (await trying(api, null)('GET', `/v1/seasons/${randomUUID()}/standings`)).body.code,
      'season-not-found',
    );
  });

  test('F-3: a game to which the other side has not agreed counts once it does, in the leaders too', async () => {
    const { home, away } = tenant;
    const before = await standingsFor(null);
    const gameId = randomUUID();
    const coach = as(api, tenant.users.homeCoach);
    const teams = { seasonId: tenant.seasonId, homeTeamId: home.teamId, awayTeamId: away.teamId };
    await coach('PUT', `/v1/games/${gameId}`, teams);
    day += 1;
    await playShortGame({ gameId, by: coach, home, away, day }, { home: 2, away: 0 });
    await eventually(async () => {
      const { body } = await coach('GET', `/v1/games/${gameId}`);
      assert.deepEqual([body.status, body.isAccepted], ['final', false]);
    });
    assert.deepEqual(await standingsFor(null), before);
    await admin()('PUT', `/v1/games/${gameId}/acceptance`);
    const after = [
      [1, home.teamId, 3, 1, 1, 1, 8, 7, 0.5],
      [2, away.teamId, 3, 1, 1, 1, 7, 8, 0.5],
    ];
    await standingsAre(null, after);
    await eventually(async () => assert.equal((await readBy(null, 'leaders')).games, 3), 20_000);
  });

  test('F-3, F-4: a disputed final counts in the standings once it is confirmed', async () => {
    const { home, away } = tenant;
    const before = await standingsFor(null);
    const gameId = randomUUID();
    await admin()('PUT', `/v1/games/${gameId}`, {
      seasonId: tenant.seasonId,
      homeTeamId: away.teamId,
      awayTeamId: home.teamId,
    });
    day += 1;
    const game = openShortGame({ gameId, by: admin(), home: away, away: home, day });
    await game.setUp();
    await game.basket('away', 2);
    const finalEventId = await game.finalize({ home: 0, away: 3 });
    await eventually(async () =>
      assert.equal((await admin()('GET', `/v1/games/${gameId}`)).body.disputedFinalId, finalEventId),
    );
    assert.deepEqual(await standingsFor(null), before);
    await admin()('POST', `/v1/games/${gameId}/final/confirm`, { finalEventId });
    await standingsAre(null, [
      [1, home.teamId, 4, 2, 1, 1, 10, 7, 0.625],
      [2, away.teamId, 4, 1, 2, 1, 7, 10, 0.375],
    ]);
  });

  /** rank, player, name, games, total, per game. */
  const leadersOf = async (user: TestUser | null, column: string, list: 'total' | 'perGame' = 'total') =>
    (await readBy(user, 'leaders')).columns
      .find((of: Shown) => of.column === column)
      ?.[list].map((row: Shown) => [row.rank, row.playerId, row.displayName, row.games, row.total, row.perGame]);

  test('J-10: leaders by column in total and per game, with the names of rosters, and the form of each team', async () => {
    const { home, away } = tenant;
    await eventually(async () => assert.equal((await readBy(null, 'leaders')).games, 4), 20_000);
    assert.deepEqual(await leadersOf(null, 'pts'), [
      [1, home.spotIds[0], 'Given0 Example', 4, 10, 2.5],
      [2, away.spotIds[0], 'Given0 Example', 2, 7, 3.5],
    ]);
    assert.deepEqual(
      (await leadersOf(null, 'pts', 'perGame')).map(([rank, playerId]: readonly unknown[]) => [rank, playerId]),
      [
        [1, away.spotIds[0]],
        [2, home.spotIds[0]],
      ],
    );
    const { teams } = await readBy(null, 'leaders');
    const form = teams.find((of: { team: { id: string } }) => of.team.id === home.teamId);
    assert.deepEqual([form.games, form.won, form.lost, form.tied, form.streak], [4, 2, 1, 1, 2]);
    assert.equal(form.lastGames[0].opponent.id, away.teamId);
  });

  test('the public door gives everybody the bytes of a reader who is nobody', async () => {
    for (const what of ['standings', 'leaders'] as const) {
      const open = await trying(api, tenant.users.leagueAdmin)('GET', `/v1/public/seasons/${tenant.seasonId}/${what}`);
      assert.deepEqual(open.body, await readBy(null, what));
      assert.match(open.headers.get('cache-control') ?? '', /^public, max-age=\d+/);
    }
  });

  test('P6: the form of a team shows the games that one may watch; its numbers are the same for all', async () => {
    const { home, away } = tenant;
    const { gameId } = await play(home, away, { home: 2, away: 0 }, 'team');
    await eventually(async () => assert.equal((await readBy(null, 'leaders')).games, 5), 20_000);
    const formFor = async (user: TestUser | null) => {
      const { teams } = await readBy(user, 'leaders');
      const { lastGames, ...form } = teams.find((of: { team: { id: string } }) => of.team.id === home.teamId);
      return { form, isListed: lastGames.some((of: Shown) => of.gameId === gameId) };
    };
    const [stranger, coach] = [await formFor(null), await formFor(tenant.users.homeCoach)];
    assert.deepEqual([stranger.isListed, coach.isListed], [false, true]);
    assert.deepEqual(stranger.form, coach.form);
  });

  test('P7: minors lead under their numbers and initials, by name for their own staff and league, and not at all for others', async () => {
    const { youth, youthRivals, users } = tenant;
    await play(youth, youthRivals, { home: 20, away: 2 });
    await eventually(async () => assert.equal((await readBy(users.leagueAdmin, 'leaders')).games, 6), 20_000);
    const first = async (user: TestUser | null) => (await leadersOf(user, 'pts')).at(0);
    const name = tenant.minors.get(youth.personIds[0] ?? '');
    assert.deepEqual((await first(users.headCoach)).slice(0, 3), [1, youth.spotIds[0], `${name} Example`]);
    assert.deepEqual((await first(users.leagueAdmin)).slice(0, 3), [1, youth.spotIds[0], `${name} Example`]);
    assert.deepEqual((await first(users.follower)).slice(0, 3), [
      1,
      youth.spotIds[0],
      `#4 ${name?.[0]?.toUpperCase()}. E.`,
    ]);
    // A coach of another team of the league and a stranger do not see that roster; the ranks of the others stay.
    for (const user of [users.homeCoach, null]) {
      assert.deepEqual((await first(user)).slice(0, 2), [2, tenant.home.spotIds[0]]);
      assert.deepEqual(canariesIn(JSON.stringify(await readBy(user, 'leaders'))), []);
    }
  });

  test('P7: a spot of another team that a log names is a number, and a team that is not of the season is not shown', async () => {
    const { home, away, youth } = tenant;
    const forged = { teamId: home.teamId, spotIds: [youth.spotIds[1] ?? '', randomUUID()], personIds: [] };
    const { gameId } = await play(forged, away, { home: 30, away: 0 });
    await eventually(async () => assert.equal((await readBy(null, 'leaders')).games, 7), 20_000);
    for (const user of [null, tenant.users.homeCoach, tenant.users.leagueAdmin]) {
      const lines: readonly (readonly unknown[])[] = await leadersOf(user, 'pts');
      assert.deepEqual(lines.find(([, playerId]) => playerId === youth.spotIds[1])?.[2], '#4');
    }
    const { teams } = await readBy(null, 'leaders');
    assert.ok(!JSON.stringify(teams).includes(youth.teamId), gameId);
  });
});
