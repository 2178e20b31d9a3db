/** P7 (access.md §8, threat 9): every answer of every door, for every relation, is searched for the names of minors. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { canariesIn, startTestApi, type TestApi, type TestUser } from '@bball/test-kit';
import { caller } from '../../testing/call.ts';
import { eventually } from '../../testing/eventually.ts';
import { playShortGame } from '../../testing/short-game.ts';
import { as, makeTenant, type Tenant, tenantRoles } from '../../testing/tenant.ts';
import { beginYouthGame } from '../../testing/tracked-game.ts';
import { operationsOn } from '../../testing/walk.ts';

let api: TestApi;
let own: Tenant;
let other: Tenant;

before(async () => {
  api = await startTestApi({ logLevel: 'trace' });
  own = await makeTenant(api, 'One');
  other = await makeTenant(api, 'Two');
  await beginYouthGame(api, own);
  await finishAnother(own);
});
after(() => api.stop());

/** So that the youth team has leaders, of whom the season tells. */
const finishAnother = async ({ seasonId, youth: home, youthRivals: away, users }: Tenant): Promise<void> => {
  const by = as(api, users.leagueAdmin);
  const gameId = randomUUID();
  await by('PUT', `/v1/games/${gameId}`, { seasonId, homeTeamId: home.teamId, awayTeamId: away.teamId });
  await playShortGame({ gameId, by, home, away }, { home: 4, away: 2 });
  await eventually(async () => {
    const { body } = await by('GET', `/v1/seasons/${seasonId}/leaders`);
    assert.equal(body.columns.length > 0, true);
  });
};

/** The canary names in all that this user can read, and where each came from. */
const namesSeenBy = async (user: TestUser | null): Promise<ReadonlyMap<string, string>> => {
  const seen = new Map<string, string>();
  const call = caller(api.url);
  for (const subject of ['youth', 'adult'] as const) {
    for (const { method, path } of await operationsOn(api, own, subject)) {
      if (method !== 'get') continue;
      const { headers, body } = await call('GET', path, { headers: user?.headers ?? {} });
      const text = `${JSON.stringify(body)} ${JSON.stringify([...headers])}`;
      for (const name of canariesIn(text)) seen.set(name, path);
    }
  }
  return seen;
};

const namesOf = (tenant: Tenant, personIds: readonly string[]): readonly string[] =>
  personIds.map((id) => tenant.minors.get(id) ?? '').toSorted();

const assertSees = async (user: TestUser | null, expected: readonly string[], who: string): Promise<void> => {
  const seen = await namesSeenBy(user);
  assert.deepEqual([...seen.keys()].toSorted(), expected, `${who}: ${JSON.stringify([...seen])}`);
};

test('P7: nobody, a stranger and an admin without a reason learn no name', async () => {
  await assertSees(null, [], 'nobody');
  await assertSees(await api.newUser(), [], 'stranger');
  await assertSees(await api.newUser({ platformRole: 'admin' }), [], 'admin');
});

test('P7: nobody of another league learns a name, whatever they are there', async () => {
  for (const role of tenantRoles) await assertSees(other.users[role], [], role);
});

test('P7: a follower and the coach of another team of the league learn no name', async () => {
  await assertSees(own.users.follower, [], 'follower');
  await assertSees(own.users.homeCoach, [], 'coach of another team');
});

test('P7: a player sees the own name and a guardian that of the own child, until the others agree to more', async () => {
  const [first, second] = own.youth.personIds;
  await assertSees(own.users.player, namesOf(own, [first ?? '']), 'player');
  await assertSees(own.users.guardian, namesOf(own, [second ?? '']), 'guardian');
});

test('P7: coaches and the scorer see their side by name, not the other', async () => {
  for (const role of ['headCoach', 'assistantCoach', 'scorer'] as const) {
    await assertSees(own.users[role], namesOf(own, own.youth.personIds), role);
  }
});

test('P7: the league sees the names of its teams', async () => {
  const all = namesOf(own, [...own.youth.personIds, ...own.youthRivals.personIds]);
  await assertSees(own.users.leagueAdmin, all, 'league admin');
});

test('P7: the names are on the card, in the box score, on rosters, with the person and in the leaders of a season, and in no other answer', async () => {
  const call = caller(api.url);
  const doors = new Set<string>();
  for (const { method, path, template } of await operationsOn(api, own, 'youth')) {
    if (method !== 'get') continue;
    const { body } = await call('GET', path, { headers: own.users.leagueAdmin.headers });
    if (canariesIn(JSON.stringify(body)).length > 0) doors.add(template);
  }
  assert.deepEqual([...doors].toSorted(), [
    '/v1/games/{gameId}/box-score',
    '/v1/games/{gameId}/card',
    '/v1/persons/{personId}',
    '/v1/seasons/{seasonId}/leaders',
    '/v1/teams/{teamId}/roster',
  ]);
});

test('P7: no log line, no event, no result and no audit entry holds a name', async () => {
  assert.deepEqual(canariesIn(api.logLines.join('\n')), []);
  for (const table of [
    'game_events',
    'held_events',
    'game_results',
    'player_lines',
    'season_games',
    'season_tables',
    'audit_entries',
    'mails',
  ]) {
    const { rows } = await api.database.pool.query<{ text: string }>(
      `select coalesce(string_agg(t::text, ' '), '') as text from ${table} t`,
    );
    assert.deepEqual(canariesIn(rows[0]?.text ?? ''), [], table);
  }
});
