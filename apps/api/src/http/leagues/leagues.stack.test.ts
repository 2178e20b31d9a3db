/** What a league admin does: found a league, open a season, bring teams in, set up games, and say how widely it is seen. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi, type TestUser } from '@bball/test-kit';
import { as, trying } from '../../../testing/tenant.ts';

let api: TestApi;
let admin: TestUser;
const [leagueId, seasonId] = [randomUUID(), randomUUID()];
const league = { name: 'City League', shortName: 'CITY', ageGroup: 'adult', publishesVenues: true };

before(async () => {
  api = await startTestApi();
  admin = await api.newUser();
  const by = as(api, admin);
  await by('PUT', `/v1/leagues/${leagueId}`, league);
  await by('PUT', `/v1/seasons/${seasonId}`, { leagueId, name: '2026–27', ruleSet: 'nba-2025' });
});
after(() => api.stop());

const newTeam = async (name: string, more: object = {}): Promise<string> => {
  const id = randomUUID();
  await as(api, admin)('PUT', `/v1/teams/${id}`, { name, shortName: 'TM', ageGroup: 'adult', leagueId, ...more });
  await as(api, admin)('PUT', `/v1/seasons/${seasonId}/teams/${id}`);
  return id;
};

test('a league is listed for everybody, and changed by its admin only', async () => {
  const listed = await trying(api, null)('GET', '/v1/public/leagues');
  assert.deepEqual(
    listed.body.leagues.map((one: { id: string }) => one.id),
    [leagueId],
  );
  assert.equal(listed.headers.get('cache-control'), 'public, max-age=30');
  const stranger = await api.newUser();
  const refused = await trying(api, stranger)('PATCH', `/v1/leagues/${leagueId}`, { name: 'Mine' });
  assert.deepEqual([refused.status, refused.body.code], [403, 'not-permitted']);
  const changed = await as(api, admin)('PATCH', `/v1/leagues/${leagueId}`, { name: 'City Basketball League' });
  assert.deepEqual([changed.body.name, changed.body.rights.canEdit], ['City Basketball League', true]);
});

test('an account that is not grown up founds nothing', async () => {
  const young = await api.newUser({ bornOn: '2010-01-01' });
  for (const [path, body] of [
    [`/v1/leagues/${randomUUID()}`, league],
    [`/v1/teams/${randomUUID()}`, { name: 'Kids', shortName: 'KID', ageGroup: 'under-16' }],
  ] as const) {
    assert.equal((await trying(api, young)('PUT', path, body)).body.code, 'adults-only');
  }
});

test('whoever did not confirm the e-mail writes nothing', async () => {
  const unverified = await api.newUser({ isEmailVerified: false });
  assert.equal(
    (await trying(api, unverified)('PUT', `/v1/leagues/${randomUUID()}`, league)).body.code,
    'email-not-verified',
  );
});

test('a season has days in order, and the same body again is the same season', async () => {
  const by = trying(api, admin);
  const id = randomUUID();
  const wrong = { leagueId, name: 'Cup', startsOn: '2026-12-01', endsOn: '2026-11-01' };
  assert.equal((await by('PUT', `/v1/seasons/${id}`, wrong)).body.code, 'ends-before-it-starts');
  const right = { ...wrong, endsOn: '2027-05-01' };
  assert.equal((await by('PUT', `/v1/seasons/${id}`, right)).status, 201);
  assert.equal((await by('PUT', `/v1/seasons/${id}`, right)).status, 200);
  assert.equal((await by('PATCH', `/v1/seasons/${id}`, { endsOn: '2026-01-01' })).body.code, 'ends-before-it-starts');
  const listed = await by('GET', `/v1/leagues/${leagueId}/seasons`);
  assert.deepEqual(
    listed.body.seasons.map((one: { id: string }) => one.id),
    [id, seasonId],
  );
});

test('a season game takes the season’s rules, is accepted at once, and says when and where', async () => {
  const [homeTeamId, awayTeamId] = [await newTeam('A'), await newTeam('B')];
  const gameId = randomUUID();
  const body = { seasonId, homeTeamId, awayTeamId, startsAt: '2026-12-24T18:00:00.000Z', venue: 'Arena' };
  const { body: game } = await as(api, admin)('PUT', `/v1/games/${gameId}`, body);
  assert.deepEqual([game.ruleSet, game.isAccepted, game.leagueId], ['nba-2025', true, leagueId]);
  const seen = await trying(api, null)('GET', `/v1/public/games?seasonId=${seasonId}`);
  assert.deepEqual([seen.body.games[0].venue, seen.body.games[0].startsAt], ['Arena', '2026-12-24T18:00:00.000Z']);
});

test('two teams meet in a season only if both entered it, and never a team itself', async () => {
  const [entered, left] = [await newTeam('C'), await newTeam('D')];
  await as(api, admin)('DELETE', `/v1/seasons/${seasonId}/teams/${left}`);
  const by = trying(api, admin);
  const game = (homeTeamId: string, awayTeamId: string, more: object = {}) =>
    by('PUT', `/v1/games/${randomUUID()}`, { seasonId, homeTeamId, awayTeamId, ...more });
  assert.equal((await game(entered, left)).body.code, 'team-not-entered');
  assert.equal((await game(entered, entered)).body.code, 'one-team-only');
  assert.equal((await game(entered, left, { hostTeamId: randomUUID() })).body.code, 'host-does-not-play');
  assert.equal((await game(entered, randomUUID())).body.code, 'team-not-found');
});

test('a league that narrows takes its teams and games along', async () => {
  const [homeTeamId, awayTeamId] = [await newTeam('E'), await newTeam('F')];
  const gameId = randomUUID();
  const by = trying(api, admin);
  await by('PUT', `/v1/games/${gameId}`, { seasonId, homeTeamId, awayTeamId, visibility: 'public' });
  assert.equal((await trying(api, null)('GET', `/v1/public/games/${gameId}`)).status, 200);
  await by('PATCH', `/v1/leagues/${leagueId}`, { maxVisibility: 'league' });
  assert.equal((await trying(api, null)('GET', `/v1/public/games/${gameId}`)).status, 404);
  assert.equal((await trying(api, null)('GET', `/v1/teams/${homeTeamId}`)).status, 404);
  assert.equal((await by('GET', `/v1/games/${gameId}`)).body.visibility, 'league');
  for (const [path, code] of [
    [`/v1/games/${gameId}`, 'wider-than-the-league'],
    [`/v1/teams/${homeTeamId}`, 'wider-than-the-league'],
  ] as const) {
    assert.equal((await by('PATCH', path, { visibility: 'public' })).body.code, code);
  }
});

test('games and teams of the young start with their own people', async () => {
  const coach = await api.newUser();
  const [teamId, opponentId, gameId] = [randomUUID(), randomUUID(), randomUUID()];
  const by = as(api, coach);
  const team = { name: 'Cubs', shortName: 'CUB', ageGroup: 'under-14' };
  assert.equal((await by('PUT', `/v1/teams/${teamId}`, team)).body.visibility, 'team');
  await by('PUT', `/v1/teams/${opponentId}`, { ...team, name: 'Others', isShell: true, ageGroup: 'adult' });
  const made = await by('PUT', `/v1/games/${gameId}`, { homeTeamId: teamId, awayTeamId: opponentId });
  assert.equal(made.body.visibility, 'team');
  assert.equal((await by('PATCH', `/v1/games/${gameId}`, { visibility: 'private' })).body.visibility, 'private');
});
