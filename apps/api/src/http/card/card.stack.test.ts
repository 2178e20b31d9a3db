/** The game card: whose names it holds, at which door, and what happens when a consent falls (access.md §8, threats 10, 11, 12). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { canariesIn, startTestApi, type TestApi, type TestUser } from '@bball/test-kit';
import { caller } from '../../../testing/call.ts';
import { as, makeTenant, type Tenant, trying } from '../../../testing/tenant.ts';
import { recordConsent } from '../../commands/record-consent.ts';
import type { ConsentState } from '../../policies/redaction.ts';
import { anonymous } from '../../policies/relations.ts';

const hourMs = 3_600_000;
let clockMs = Date.parse('2026-11-24T12:00:00.000Z');
let api: TestApi;
let tenant: Tenant;

before(async () => {
  api = await startTestApi({ nowMs: () => clockMs });
  tenant = await makeTenant(api, 'Card');
});
after(() => api.stop());

const cardFor = (user: TestUser | null, gameId: string) => trying(api, user)('GET', `/v1/games/${gameId}/card`);
const publicCard = (gameId: string, headers: Record<string, string> = {}) =>
  caller(api.url)('GET', `/v1/public/games/${gameId}/card`, { headers });

const makeVictimTeam = async (): Promise<{ coach: TestUser; teamId: string; spotId: string; personId: string }> => {
  const coach = await api.newUser();
  const [teamId, spotId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const by = as(api, coach);
  await by('PUT', `/v1/teams/${teamId}`, {
    name: 'Victims',
    shortName: 'VIC',
    ageGroup: 'adult',
    visibility: 'public',
  });
  await by('PUT', `/v1/persons/${personId}`, {
    givenName: 'Kanarikvogel',
    familyName: 'Guarded',
    bornOn: '2010-01-01',
    teamId,
  });
  await by('PUT', `/v1/teams/${teamId}/roster/${spotId}`, { number: '5', personId });
  return { coach, teamId, spotId, personId };
};

test('threat 10: a game made up against another team shows nobody of it until that team agrees', async () => {
  const victim = await makeVictimTeam();
  const stranger = await api.newUser();
  const [teamId, gameId] = [randomUUID(), randomUUID()];
  const by = as(api, stranger);
  await by('PUT', `/v1/teams/${teamId}`, { name: 'Makers', shortName: 'MAK', ageGroup: 'adult' });
  const made = await by('PUT', `/v1/games/${gameId}`, { homeTeamId: teamId, awayTeamId: victim.teamId });
  assert.equal(made.body.isAccepted, false);
  await by('PUT', `/v1/games/${gameId}/scorers/${stranger.userId}`, { covers: 'both' });
  const before = await cardFor(stranger, gameId);
  assert.deepEqual(before.body.players, {});
  assert.equal((await trying(api, stranger)('PUT', `/v1/games/${gameId}/acceptance`)).body.code, 'not-permitted');
  await as(api, victim.coach)('PUT', `/v1/games/${gameId}/acceptance`);
  const after = await cardFor(stranger, gameId);
  assert.deepEqual(Object.keys(after.body.players), [victim.spotId]);
  assert.ok(after.body.cardVersion > before.body.cardVersion, 'the acceptance grew the card');
});

test('threat 10: a foreign person cannot be put on one’s own roster, however its id was learned', async () => {
  const victim = await makeVictimTeam();
  const thief = await api.newUser();
  const teamId = randomUUID();
  await as(api, thief)('PUT', `/v1/teams/${teamId}`, { name: 'Thieves', shortName: 'THI', ageGroup: 'adult' });
  const path = `/v1/teams/${teamId}/roster/${randomUUID()}`;
  const taken = await trying(api, thief)('PUT', path, { number: '1', personId: victim.personId });
  const unknown = await trying(api, thief)('PUT', path, { number: '1', personId: randomUUID() });
  assert.deepEqual([taken.status, taken.body.code], [404, 'person-not-found']);
  assert.deepEqual(
    [unknown.status, unknown.body.code],
    [404, 'person-not-found'],
    'and does not even learn that it exists',
  );
});

test('threat 10: a league cannot take in somebody else’s team to see its people', async () => {
  const victim = await makeVictimTeam();
  const founder = await api.newUser();
  const [leagueId, seasonId] = [randomUUID(), randomUUID()];
  const by = as(api, founder);
  await by('PUT', `/v1/leagues/${leagueId}`, { name: 'Trap', shortName: 'TRP', ageGroup: 'adult' });
  await by('PUT', `/v1/seasons/${seasonId}`, { leagueId, name: 'Trap' });
  const entry = `/v1/seasons/${seasonId}/teams/${victim.teamId}`;
  assert.equal((await by('PUT', entry)).body.status, 'asked');
  const roster = await by('GET', `/v1/teams/${victim.teamId}/roster`);
  assert.deepEqual(canariesIn(JSON.stringify(roster.body)), []);
  const asked = await as(api, victim.coach)('GET', `/v1/teams/${victim.teamId}/seasons`);
  assert.deepEqual(
    asked.body.seasons.map((one: { leagueName: string; status: string }) => [one.leagueName, one.status]),
    [['Trap', 'asked']],
  );
  assert.deepEqual((await by('GET', `/v1/teams/${victim.teamId}/seasons`)).body.seasons, []);
  assert.equal((await as(api, victim.coach)('PUT', entry)).body.status, 'entered');
  assert.equal((await by('GET', `/v1/teams/${victim.teamId}/seasons`)).body.seasons.length, 1);
});

test('threat 10: scoring a game against a team that has not agreed opens none of its people', async () => {
  const { users, home, youth, seasonId } = tenant;
  const gameId = randomUUID();
  const by = trying(api, users.homeCoach);
  const game = { seasonId, homeTeamId: home.teamId, awayTeamId: youth.teamId };
  assert.equal((await by('PUT', `/v1/games/${gameId}`, game)).body.isAccepted, false);
  assert.equal(
    (await by('PUT', `/v1/games/${gameId}/scorers/${users.homeCoach.userId}`, { covers: 'both' })).status,
    201,
  );
  assert.equal((await by('GET', `/v1/teams/${youth.teamId}/roster`)).status, 404);
  assert.equal((await by('GET', `/v1/persons/${youth.personIds[0]}`)).status, 404);
  await as(api, users.headCoach)('PUT', `/v1/games/${gameId}/acceptance`);
  assert.equal((await by('GET', `/v1/persons/${youth.personIds[0]}`)).status, 200, 'a scorer of both sides knows both');
  await by('DELETE', `/v1/games/${gameId}/scorers/${users.homeCoach.userId}`);
});

test('threat 10: whoever plays elsewhere now is not taken back by a team of before', async () => {
  const { users, youth, youthRivals } = tenant;
  const by = as(api, users.leagueAdmin);
  const personId = youth.personIds[2] ?? '';
  await by('PUT', `/v1/teams/${youthRivals.teamId}/roster/${randomUUID()}`, { number: '20', personId });
  await by('DELETE', `/v1/teams/${youth.teamId}/roster/${youth.spotIds[2]}`);
  const back = await trying(api, users.headCoach)('PUT', `/v1/teams/${youth.teamId}/roster/${randomUUID()}`, {
    number: '21',
    personId,
  });
  assert.equal(back.body.code, 'person-not-found');
});

test('threat 11: the public door answers everybody alike and lets caches keep it; the private one does not', async () => {
  const { gameId, users } = tenant;
  const plain = await publicCard(gameId);
  const withCredentials = await publicCard(gameId, users.leagueAdmin.headers);
  assert.deepEqual(withCredentials.body, plain.body);
  assert.equal(plain.headers.get('cache-control'), 'public, max-age=30');
  assert.equal((await publicCard(gameId, { Authorization: 'Bearer nonsense' })).status, 200);
  const own = await cardFor(users.leagueAdmin, gameId);
  assert.equal(own.headers.get('cache-control'), 'private, no-store');
  assert.equal((await publicCard(tenant.youthGameId, users.leagueAdmin.headers)).status, 404);
  for (const path of ['', '/card']) {
    const { headers } = await caller(api.url)('GET', `/v1/public/games/${gameId}${path}`);
    assert.match(headers.get('cache-control') ?? '', /^public, max-age=\d+$/);
    assert.equal(headers.get('set-cookie'), null);
    assert.ok(!(headers.get('vary') ?? '').toLowerCase().includes('authorization'));
  }
});

test('threat 11: a cache between them, asked in either order, never hands one reader’s view to another', async () => {
  for (const order of [
    ['private', 'public'],
    ['public', 'private'],
  ] as const) {
    const cache = new Map<string, string>();
    const seen: Record<string, string> = {};
    for (const door of order) {
      const path = door === 'public' ? `/v1/public/games/${tenant.gameId}` : `/v1/games/${tenant.gameId}`;
      const kept = cache.get(path);
      const { body, headers } = await caller(api.url)('GET', path, {
        headers: door === 'private' ? tenant.users.homeCoach.headers : {},
      });
      if (/public/.test(headers.get('cache-control') ?? '')) cache.set(path, JSON.stringify(body));
      seen[door] = kept ?? JSON.stringify(body);
    }
    assert.match(seen.private ?? '', /"canScore":true/);
    assert.match(seen.public ?? '', /"canScore":false/);
  }
});

test('an unchanged card is 304, a renamed player is a new version at once', async () => {
  const { gameId, home, users } = tenant;
  const first = await publicCard(gameId);
  const tag = first.headers.get('etag') ?? '';
  assert.equal((await publicCard(gameId, { 'If-None-Match': tag })).status, 304);
  await as(api, users.homeCoach)('PATCH', `/v1/persons/${home.personIds[0]}`, { givenName: 'Renamed' });
  const second = await publicCard(gameId, { 'If-None-Match': tag });
  assert.equal(second.status, 200);
  assert.ok(second.body.cardVersion > first.body.cardVersion);
  assert.equal(second.body.players[home.spotIds[0] ?? ''].displayName, 'Renamed Example');
});

test('a spot that ended before the game is not on its card', async () => {
  const { home, users, seasonId, away } = tenant;
  const by = as(api, users.leagueAdmin);
  const spotId = home.spotIds[2] ?? '';
  await by('DELETE', `/v1/teams/${home.teamId}/roster/${spotId}`);
  const later = randomUUID();
  const startsAt = new Date(clockMs + 24 * hourMs).toISOString();
  await by('PUT', `/v1/games/${later}`, { seasonId, homeTeamId: home.teamId, awayTeamId: away.teamId, startsAt });
  assert.equal((await publicCard(later)).body.players[spotId], undefined);
  assert.notEqual(
    (await publicCard(tenant.gameId)).body.players[spotId],
    undefined,
    'an earlier game still names whoever played',
  );
});

test('threat 12: a consent widens after a day, and taken back it is gone from every door at once', async () => {
  const { youth, youthGameId, users, minors } = tenant;
  const childId = youth.personIds[1] ?? '';
  const spotId = youth.spotIds[1] ?? '';
  const guardian = await api.newUser({ signedInAtMs: clockMs });
  const nouns = api.parts.repositories.nouns;
  const relations = await api.parts.repositories.relations.of(users.guardian.userId);
  const asker = {
    actor: { ...anonymous, ...relations, userId: users.guardian.userId, isGrown: true, isFresh: true },
    sessionId: null,
    addressPrefix: null,
    traceId: null,
  };
  const record = async (state: ConsentState) => {
    const now = () => new Date(clockMs).toISOString();
    const consent = { id: randomUUID(), personId: childId, scope: 'public-name', state, noticeVersion: '1' } as const;
    assert.ok((await recordConsent({ nouns, now })(asker, consent)).ok);
  };
  // A follower is of the public audience, and may see this game.
  const shown = async () => {
    const headers = await refreshed(users.follower);
    const { body } = await caller(api.url)('GET', `/v1/games/${youthGameId}/card`, { headers });
    return { name: body.players[spotId].displayName as string, version: body.cardVersion as number };
  };
  const before = await shown();
  assert.equal(before.name, '#5 K. E.');
  await nouns.persons.change(childId, { publicDisplay: 'full' }, new Date(clockMs).toISOString());
  await record('given');
  assert.equal((await shown()).name, '#5 K. E.', 'not before the day is over');
  clockMs += 24 * hourMs;
  const widened = await shown();
  assert.equal(widened.name, `${minors.get(childId)} Example`);
  await record('withdrawn');
  const after = await shown();
  assert.equal(after.name, '#5 K. E.');
  assert.ok(after.version > widened.version && widened.version > before.version);
  const stranger = await caller(api.url)('GET', `/v1/persons/${childId}`, { headers: await refreshed(guardian) });
  assert.equal(stranger.status, 404);
  assert.equal((await nouns.persons.find(childId))?.publicDisplay, 'initials', 'so that no birthday widens it again');
});

/** The clock was moved: a token of now for the same session. */
const refreshed = async (user: TestUser): Promise<{ Authorization: string }> => {
  const { token } = await api.parts.credentials.accessTokens.sign({
    userId: user.userId,
    sessionId: user.sessionId,
    generation: 0,
    authTimeMs: clockMs,
    epoch: 1,
  });
  return { Authorization: `Bearer ${token}` };
};
