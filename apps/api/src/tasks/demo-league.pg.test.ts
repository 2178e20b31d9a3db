import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi } from '@bball/test-kit';
import { caller } from '../../testing/call.ts';
import { demoLeague, demoLogins, seedDemoLeague } from './demo-league.ts';
import { demoPassword } from './demo-league-rows.ts';

let api: TestApi;
before(async () => {
  api = await startTestApi();
  await seedDemoLeague(api.parts);
});
after(() => api.stop());

const signIn = async (email: string) => {
  const { status, body } = await caller(api.url)('POST', '/v1/sessions', {
    body: { email, password: demoPassword, client: 'phone' },
  });
  assert.equal(status, 200, email);
  return { headers: { Authorization: `Bearer ${body.accessToken}` }, user: body.user };
};

test('every login of the demo works and has its relations', async () => {
  const kinds = new Map<string, string[]>();
  for (const { email } of demoLogins) {
    const { user } = await signIn(email);
    kinds.set(email, [...new Set<string>(user.relations.map((relation: { kind: string }) => relation.kind))]);
  }
  assert.deepEqual(Object.fromEntries(kinds), {
    'admin@demo.example': [],
    'league@demo.example': ['league-admin'],
    'coach@demo.example': ['head-coach'],
    'assistant@demo.example': ['assistant-coach'],
    'rival@demo.example': ['head-coach'],
    'youth@demo.example': ['head-coach'],
    'scorer@demo.example': [],
    'player@demo.example': ['player'],
    'parent@demo.example': ['guardian'],
    'fan@demo.example': ['follower'],
  });
});

test('seeding again changes nothing', async () => {
  const count = async () => (await api.database.pool.query('select count(*) from audit_entries')).rows[0];
  const before = await count();
  await seedDemoLeague(api.parts);
  assert.deepEqual(await count(), before);
});

test('anybody sees the adult teams with their names, and nothing of the youth teams', async () => {
  const call = caller(api.url);
  const { body } = await call('GET', '/v1/teams');
  assert.equal(body.teams.length, 6);
  const [herons] = demoLeague.harbour.teams;
  const roster = await call('GET', `/v1/teams/${herons?.id}/roster`);
  assert.deepEqual(roster.body.spots[0].displayName, 'Noor Achterberg');
  const [youth] = demoLeague.youth.teams;
  assert.equal((await call('GET', `/v1/teams/${youth?.id}`)).status, 404);
});

test('a parent sees the own child by name and the others by initials, its coach all by name', async () => {
  const [youth] = demoLeague.youth.teams;
  const rosterFor = async (email: string) => {
    const { headers } = await signIn(email);
    const { body } = await caller(api.url)('GET', `/v1/teams/${youth?.id}/roster`, { headers });
    return body.spots.map((spot: { displayName: string }) => spot.displayName);
  };
  assert.deepEqual((await rosterFor('parent@demo.example')).slice(0, 2), ['Mika Aalders', '#5 J. B.']);
  assert.deepEqual((await rosterFor('youth@demo.example')).slice(0, 2), ['Mika Aalders', 'Jamal Brightwater']);
});
