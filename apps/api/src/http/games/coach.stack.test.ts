/** What a coach does on the first evening: a team, a roster, an opponent, a game, a scorer, and the lists that show them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi, type TestUser } from '@bball/test-kit';
import { as, trying } from '../../../testing/tenant.ts';

let api: TestApi;
let coach: TestUser;
const [teamId, opponentId, gameId] = [randomUUID(), randomUUID(), randomUUID()];
const [personId, spotId] = [randomUUID(), randomUUID()];

before(async () => {
  api = await startTestApi();
  coach = await api.newUser({ displayName: 'Coach' });
});
after(() => api.stop());

const team = { name: 'Riverside Rockets', shortName: 'ROC', colour: '#1d4ed8', ageGroup: 'adult' };

test('a coach makes a team and coaches it; the same body again is 200, another one 409', async () => {
  const by = trying(api, coach);
  const made = await by('PUT', `/v1/teams/${teamId}`, team);
  assert.equal(made.status, 201);
  assert.deepEqual(made.body.rights, { canEdit: true, canEditRoster: true, canCreateGame: true });
  assert.equal((await by('PUT', `/v1/teams/${teamId}`, team)).status, 200);
  const other = await by('PUT', `/v1/teams/${teamId}`, { ...team, name: 'Another' });
  assert.deepEqual([other.status, other.body.code], [409, 'id-taken']);
});

test('a roster with numbers, names and positions', async () => {
  const by = as(api, coach);
  await by('PUT', `/v1/persons/${personId}`, { givenName: 'Ana', familyName: 'Reyes', teamId });
  const spot = { number: '07', position: 'point-guard', personId };
  const made = await by('PUT', `/v1/teams/${teamId}/roster/${spotId}`, spot);
  assert.equal(made.status, 201);
  assert.equal(made.body.displayName, 'Ana Reyes');
  assert.equal((await by('PUT', `/v1/teams/${teamId}/roster/${spotId}`, spot)).status, 200);
  await by('PUT', `/v1/teams/${teamId}/roster/${randomUUID()}`, { number: '11' });
  await by('PUT', `/v1/teams/${teamId}/roster/${randomUUID()}`, { number: '9' });
  const { body } = await by('GET', `/v1/teams/${teamId}/roster`);
  assert.deepEqual(
    body.spots.map((one: { number: string; displayName: string }) => [one.number, one.displayName]),
    [
      ['9', '#9'],
      ['07', 'Ana Reyes'],
      ['11', '#11'],
    ],
  );
});

test('a spot changes, leaves, and stays out of the open roster', async () => {
  const by = as(api, coach);
  const id = randomUUID();
  await by('PUT', `/v1/teams/${teamId}/roster/${id}`, { number: '13' });
  assert.equal((await by('PATCH', `/v1/teams/${teamId}/roster/${id}`, { number: '14' })).body.number, '14');
  assert.equal((await by('DELETE', `/v1/teams/${teamId}/roster/${id}`)).status, 204);
  const numbers = async (query: string) =>
    (await by('GET', `/v1/teams/${teamId}/roster${query}`)).body.spots.map((one: { number: string }) => one.number);
  assert.ok(!(await numbers('')).includes('14'));
  assert.ok((await numbers('?scope=all')).includes('14'));
});

test('the same request ten times at once makes one of each, and every answer says so', async () => {
  const by = trying(api, await api.newUser());
  const [team, visitors, person, spot, game, userId] = [
    ...Array.from({ length: 5 }, () => randomUUID()),
    (await api.newUser()).userId,
  ];
  const season = { name: 'Doubles', shortName: 'DBL', ageGroup: 'adult' };
  for (const [path, body] of [
    [`/v1/leagues/${randomUUID()}`, season],
    [`/v1/teams/${team}`, season],
    [`/v1/teams/${visitors}`, { ...season, isShell: true }],
    [`/v1/persons/${person}`, { givenName: 'Ten', familyName: 'Times', bornOn: '1999-09-09', teamId: team }],
    [`/v1/teams/${team}/roster/${spot}`, { number: '10', personId: person }],
    [`/v1/teams/${team}/members/${userId}`, { role: 'assistant-coach' }],
    [`/v1/games/${game}`, { homeTeamId: team, awayTeamId: visitors }],
    [`/v1/games/${game}/scorers/${userId}`, {}],
    [`/v1/games/${game}/recorders/${randomUUID()}`, {}],
  ] as const) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => by('PUT', path, body)));
    assert.ok(
      answers.every(({ status }) => status === 200 || status === 201),
      `${path}: ${answers.map(({ status }) => status)}`,
    );
    assert.equal((await by('PUT', path, body)).status, 200, path);
  }
  const doubles = await api.database.pool.query(
    `select (select count(*) from team_members where user_id = $1 and until is null) as members,
      (select count(*) from scorer_assignments where user_id = $1 and until is null) as assignments,
      (select count(*) from roster_spots where person_id = $2 and until is null) as spots`,
    [userId, person],
  );
  assert.deepEqual(doubles.rows[0], { members: '1', assignments: '1', spots: '1' });
});

test('a person has one open spot in a team', async () => {
  const { status, body } = await trying(api, coach)('PUT', `/v1/teams/${teamId}/roster/${randomUUID()}`, {
    number: '5',
    personId,
  });
  assert.deepEqual([status, body.code], [409, 'already-on-the-roster']);
});

test('an opponent that nobody manages has numbers and no people', async () => {
  const by = trying(api, coach);
  await by('PUT', `/v1/teams/${opponentId}`, { name: 'Visitors', shortName: 'VIS', ageGroup: 'adult', isShell: true });
  assert.equal((await by('PUT', `/v1/teams/${opponentId}/roster/${randomUUID()}`, { number: '4' })).status, 201);
  const named = { givenName: 'No', familyName: 'Body', teamId: opponentId };
  assert.equal((await by('PUT', `/v1/persons/${randomUUID()}`, named)).body.code, 'shell-has-no-people');
  const worn = await by('PUT', `/v1/teams/${opponentId}/roster/${randomUUID()}`, { number: '4', personId });
  assert.equal(worn.body.code, 'shell-has-no-people');
});

test('a game against it is set up, accepted at once, listed and changed', async () => {
  const by = as(api, coach);
  const startsAt = '2026-12-01T18:00:00.000Z';
  const game = { homeTeamId: teamId, awayTeamId: opponentId, startsAt, venue: 'School hall', tracked: 'basic' };
  const made = await by('PUT', `/v1/games/${gameId}`, game);
  assert.equal(made.status, 201);
  assert.equal((await by('PUT', `/v1/games/${gameId}`, game)).status, 200);
  assert.deepEqual(
    [made.body.isAccepted, made.body.visibility, made.body.ruleSet, made.body.rights.canScore, made.body.startsAt],
    [true, 'public', 'fiba-2024', true, startsAt],
  );
  assert.deepEqual(made.body.tracked.home, ['baskets', 'scorers', 'fouls', 'timeouts']);
  const listed = await by('GET', '/v1/games?scope=mine&status=scheduled');
  assert.deepEqual(
    listed.body.games.map((one: { id: string }) => one.id),
    [gameId],
  );
  const changed = await by('PATCH', `/v1/games/${gameId}`, { venue: 'Sports centre', rules: {} });
  assert.equal(changed.body.venue, 'Sports centre');
  assert.equal((await by('PATCH', `/v1/games/${gameId}`, { status: 'cancelled' })).body.status, 'cancelled');
  assert.equal((await by('PATCH', `/v1/games/${gameId}`, { status: 'scheduled' })).body.status, 'scheduled');
});

test('when and where are not told to strangers before a game whose league does not publish it', async () => {
  const { body } = await trying(api, null)('GET', `/v1/public/games/${gameId}`);
  assert.deepEqual([body.startsAt, body.venue, body.rights.canScore], [null, null, false]);
});

test('a scorer is assigned, scores, registers a device, and is let go', async () => {
  const by = as(api, coach);
  const scorer = await api.newUser({ displayName: 'Sam' });
  const path = `/v1/games/${gameId}/scorers/${scorer.userId}`;
  assert.deepEqual((await by('PUT', path, {})).body.displayName, 'Sam');
  assert.equal((await by('PUT', path, { covers: 'both' })).status, 200);
  const rights = async () => (await as(api, scorer)('GET', `/v1/games/${gameId}`)).body.rights;
  assert.deepEqual((({ canScore, isStaff, canAssignScorer }) => [canScore, isStaff, canAssignScorer])(await rights()), [
    true,
    true,
    false,
  ]);
  const recorder = `/v1/games/${gameId}/recorders/${randomUUID()}`;
  assert.equal((await as(api, scorer)('PUT', recorder, { deviceLabel: 'tablet' })).status, 201);
  assert.equal((await as(api, scorer)('PUT', recorder, {})).body.deviceLabel, 'tablet');
  assert.equal((await by('PUT', recorder, {})).body.deviceLabel, null, 'an id of somebody else is only a label');
  assert.equal((await by('DELETE', path)).status, 204);
  assert.equal((await rights()).canScore, false);
  assert.equal((await trying(api, scorer)('PUT', recorder, {})).status, 200, 'who once scored may still hand in');
});

test('pages follow each other without gaps or doubles', async () => {
  const by = as(api, coach);
  const wanted = Array.from({ length: 7 }, () => randomUUID());
  for (const id of wanted) await by('PUT', `/v1/games/${id}`, { homeTeamId: teamId, awayTeamId: opponentId });
  for (const status of ['', '&status=scheduled']) {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { games: { id: string }[]; nextCursor: string | null } } = await by(
        'GET',
        `/v1/games?scope=mine&limit=3${status}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.games.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    assert.equal(new Set(seen).size, seen.length);
    assert.deepEqual(seen.toSorted(), [...wanted, gameId].toSorted());
  }
  const foreign = await trying(api, coach)('GET', '/v1/games?cursor=bm90LWEtY3Vyc29y');
  assert.deepEqual([foreign.status, foreign.body.code], [400, 'cursor-unknown']);
});

test('an assistant is appointed and removed; the other way round needs more than that', async () => {
  const by = as(api, coach);
  const assistant = await api.newUser({ displayName: 'Assistant' });
  const path = `/v1/teams/${teamId}/members/${assistant.userId}`;
  await by('PUT', path, { role: 'assistant-coach' });
  const { body } = await by('GET', `/v1/teams/${teamId}/members`);
  assert.deepEqual(
    body.members.map((one: { role: string }) => one.role),
    ['head-coach', 'assistant-coach'],
  );
  const refused = await trying(api, assistant)('PUT', `/v1/teams/${teamId}/members/${coach.userId}`, {
    role: 'assistant-coach',
  });
  assert.equal(refused.body.code, 'not-permitted');
  const stale = await api.newUser({ signedInAtMs: api.parts.nowMs() - 11 * 60_000 });
  await by('PUT', `/v1/teams/${teamId}/members/${stale.userId}`, { role: 'head-coach' });
  const again = await trying(api, stale)('PUT', path, { role: 'head-coach' });
  assert.equal(again.body.code, 'sign-in-again');
  assert.equal((await by('DELETE', path)).status, 204);
  assert.equal((await trying(api, assistant)('PATCH', `/v1/teams/${teamId}`, { name: 'Mine' })).status, 403);
});
