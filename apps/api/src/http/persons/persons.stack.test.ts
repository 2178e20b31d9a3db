/** Who may change what of a person, and that a minor is shown more widely by a guardian only. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi, type TestUser } from '@bball/test-kit';
import { as, makeTenant, type Tenant, trying } from '../../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;

before(async () => {
  api = await startTestApi();
  tenant = await makeTenant(api, 'People');
});
after(() => api.stop());

const change = (user: TestUser, personId: string | undefined, body: object) =>
  trying(api, user)('PATCH', `/v1/persons/${personId}`, body);

test('a minor starts at initials for everybody, whoever adds them', async () => {
  const { users, youth } = tenant;
  const { body } = await as(api, users.headCoach)('GET', `/v1/persons/${youth.personIds[2]}`);
  assert.deepEqual(
    [body.publicDisplay, body.teamDisplay, body.isMinor, body.bornOn],
    ['initials', 'initials', true, null],
  );
});

test('only a guardian shows more of a minor; everybody of the staff may show less', async () => {
  const { users, youth } = tenant;
  const child = youth.personIds[1];
  for (const user of [users.headCoach, users.leagueAdmin]) {
    const { status, body } = await change(user, child, { publicDisplay: 'full' });
    assert.deepEqual([status, body.code], [403, 'guardian-decides']);
  }
  assert.equal((await change(users.headCoach, child, { publicDisplay: 'number' })).status, 200);
  assert.equal((await change(users.headCoach, child, { isProtected: true })).status, 200);
  assert.equal((await change(users.headCoach, child, { isProtected: false })).body.code, 'guardian-decides');
  assert.equal((await change(users.guardian, child, { publicDisplay: 'full', isProtected: false })).status, 200);
});

test('neither a new date of birth nor a new age group of the team shows more of a minor', async () => {
  const { users, youth } = tenant;
  const older = await change(users.headCoach, youth.personIds[2], { bornOn: '1990-01-01' });
  assert.equal(older.body.code, 'guardian-decides');
  assert.equal(
    (await change(users.player, youth.personIds[0], { bornOn: '1990-01-01' })).status,
    200,
    'grown up, so one’s own to say',
  );
  assert.equal((await change(users.headCoach, youth.personIds[2], { bornOn: '2011-01-01' })).status, 200);
  const team = await trying(api, users.headCoach)('PATCH', `/v1/teams/${youth.teamId}`, { ageGroup: 'adult' });
  assert.deepEqual([team.status, team.body.code], [409, 'age-group-fixed']);
});

test('a guardian widens only freshly signed in', async () => {
  const { users, youth } = tenant;
  const { token } = await api.parts.credentials.accessTokens.sign({
    userId: users.guardian.userId,
    sessionId: users.guardian.sessionId,
    generation: 0,
    authTimeMs: api.parts.nowMs() - 11 * 60_000,
    epoch: 1,
  });
  const stale = { ...users.guardian, headers: { Authorization: `Bearer ${token}` } };
  await as(api, users.guardian)('PATCH', `/v1/persons/${youth.personIds[1]}`, { teamDisplay: 'initials' });
  assert.equal((await change(stale, youth.personIds[1], { teamDisplay: 'full' })).body.code, 'sign-in-again');
});

test('a coach corrects a name until the player has an account of their own', async () => {
  const { users, youth } = tenant;
  assert.equal((await change(users.headCoach, youth.personIds[2], { givenName: 'Corrected' })).status, 200);
  assert.equal(
    (await change(users.headCoach, youth.personIds[0], { givenName: 'Corrected' })).body.code,
    'not-permitted',
  );
  assert.equal(
    (await change(users.assistantCoach, youth.personIds[2], { givenName: 'Other' })).body.code,
    'not-permitted',
  );
  assert.equal((await change(users.player, youth.personIds[0], { givenName: 'Myself' })).status, 200);
});

test('whoever may not know a person cannot tell it from one that is not there', async () => {
  const { users, youth } = tenant;
  const there = await change(users.homeCoach, youth.personIds[0], { givenName: 'X' });
  const notThere = await change(users.homeCoach, randomUUID(), { givenName: 'X' });
  const plain = ({ status, body }: typeof there) => [status, body.code, body.title, body.detail];
  assert.deepEqual(plain(there), plain(notThere));
  assert.equal(there.status, 404);
});

test('what was refused is in the audit, by the field and without a name', async () => {
  const { rows } = await api.database.pool.query<{ action: string; reason: string }>(
    "select action, reason from audit_entries where outcome = 'refused' order by id",
  );
  assert.ok(rows.some(({ action, reason }) => action === 'canNarrowDisplay' && reason === 'guardian-decides'));
  assert.ok(rows.some(({ action, reason }) => action === 'canRenamePerson' && reason === 'not-permitted'));
});

test('an adult is somebody who plays once, and shows as much as they like', async () => {
  const adult = await api.newUser();
  const by = as(api, adult);
  const personId = randomUUID();
  const own = { givenName: 'Grown', familyName: 'Up', teamId: null };
  const made = await by('PUT', `/v1/persons/${personId}`, own);
  assert.deepEqual(
    [made.status, made.body.publicDisplay, made.body.isMinor],
    [201, 'full', true],
    'no date, no adult team',
  );
  assert.equal((await by('PUT', `/v1/persons/${personId}`, own)).status, 200);
  assert.equal((await trying(api, adult)('PUT', `/v1/persons/${randomUUID()}`, own)).body.code, 'own-person-exists');
  assert.equal((await by('PATCH', `/v1/persons/${personId}`, { bornOn: '1990-05-05' })).body.isMinor, false);
  assert.equal(
    (await by('PATCH', `/v1/persons/${personId}`, { publicDisplay: 'number' })).body.publicDisplay,
    'number',
  );
  assert.equal((await by('PATCH', `/v1/persons/${personId}`, { publicDisplay: 'full' })).body.publicDisplay, 'full');
});
