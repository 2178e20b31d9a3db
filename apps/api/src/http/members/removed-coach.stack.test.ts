/** Threat 13 at the doors of HTTP: a right that ends is gone with the commit, and the word of it is in the same transaction. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { canariesIn, startTestApi, type TestApi } from '@bball/test-kit';
import { as, makeTenant, type Tenant, trying } from '../../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;

before(async () => {
  api = await startTestApi();
  tenant = await makeTenant(api, 'Removed');
});
after(() => api.stop());

test('a removed coach sees neither the game nor a name of it in the next request', async () => {
  const { users, youth, youthGameId } = tenant;
  const card = () => trying(api, users.headCoach)('GET', `/v1/games/${youthGameId}/card`);
  assert.equal(canariesIn(JSON.stringify((await card()).body)).length, 3);
  await as(api, users.leagueAdmin)('DELETE', `/v1/teams/${youth.teamId}/members/${users.headCoach.userId}`);
  assert.equal((await card()).status, 404);
  assert.equal(
    (await trying(api, users.headCoach)('PUT', `/v1/teams/${youth.teamId}/roster/${youth.spotIds[0]}`, {})).status,
    400,
  );
  assert.equal(
    (await trying(api, users.headCoach)('DELETE', `/v1/teams/${youth.teamId}/roster/${youth.spotIds[0]}`)).status,
    404,
  );
  assert.equal((await trying(api, users.headCoach)('GET', `/v1/games/${youthGameId}/events`)).status, 404);
});

test('a removed coach still knows whom they coached, and learns nobody new', async () => {
  const { users, youth, youthRivals } = tenant;
  assert.equal((await trying(api, users.headCoach)('GET', `/v1/persons/${youth.personIds[0]}`)).status, 200);
  assert.equal((await trying(api, users.headCoach)('GET', `/v1/persons/${youthRivals.personIds[0]}`)).status, 404);
});

test('the word of a changed right is written with the change, for each kind of change', async () => {
  const { users, home, gameId, seasonId } = tenant;
  const scorer = await api.newUser();
  const by = as(api, users.leagueAdmin);
  const newest = async () =>
    Number((await api.database.pool.query('select coalesce(max(id), 0) as id from access_changes')).rows[0].id);
  const told = async (change: () => Promise<unknown>): Promise<string[]> => {
    const from = await newest();
    await change();
    const { rows } = await api.database.pool.query<{ subject: string }>(
      'select distinct subject from access_changes where id > $1',
      [from],
    );
    return rows.map(({ subject }) => subject);
  };
  const member = `/v1/teams/${home.teamId}/members/${scorer.userId}`;
  const assignment = `/v1/games/${gameId}/scorers/${scorer.userId}`;
  assert.deepEqual(await told(() => by('PUT', member, { role: 'assistant-coach' })), ['user']);
  assert.deepEqual(await told(() => by('DELETE', member)), ['user']);
  assert.deepEqual(await told(() => by('PUT', assignment, {})), ['user']);
  assert.deepEqual(await told(() => by('DELETE', assignment)), ['user']);
  assert.deepEqual(await told(() => by('PATCH', `/v1/games/${gameId}`, { visibility: 'team' })), ['game']);
  assert.deepEqual(await told(() => by('PATCH', `/v1/teams/${home.teamId}`, { visibility: 'team' })), ['team']);
  assert.deepEqual(await told(() => by('DELETE', `/v1/seasons/${seasonId}/teams/${home.teamId}`)), ['team']);
  assert.deepEqual(await told(() => by('DELETE', `/v1/teams/${home.teamId}/roster/${home.spotIds[0]}`)), ['team']);
});
