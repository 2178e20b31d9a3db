/** Threat 6: every door with the ids of a league that is not one's own, for every relation one may hold elsewhere. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi, type TestUser } from '@bball/test-kit';
import { makeTenant, type Tenant, tenantRoles, trying } from '../../testing/tenant.ts';
import { operationsOn } from '../../testing/walk.ts';

let api: TestApi;
let victim: Tenant;
let outsiders: readonly (readonly [string, TestUser | null])[];

before(async () => {
  api = await startTestApi();
  victim = await makeTenant(api, 'Victim');
  const other = await makeTenant(api, 'Other');
  outsiders = [
    ['nobody', null],
    ['stranger', await api.newUser()],
    ['admin', await api.newUser({ platformRole: 'admin' })],
    ...tenantRoles.map((role) => [role, other.users[role]] as const),
  ];
});
after(() => api.stop());

const tables = [
  'leagues',
  'league_admins',
  'seasons',
  'season_teams',
  'teams',
  'team_members',
  'persons',
  'person_private',
  'roster_spots',
  'games',
  'scorer_assignments',
  'game_recorders',
  'game_events',
  'held_events',
  'sessions',
];

const everything = async (): Promise<string> => {
  const dumps = await Promise.all(
    tables.map(async (table) => {
      // A session notes when it was last used; that is all that may move here.
      const { rows } = await api.database.pool.query<{ row: string }>(
        `select (to_jsonb(t) - 'last_seen_at' - 'head_seen')::text as row from ${table} t order by 1`,
      );
      return `${table}\n${rows.map(({ row }) => row).join('\n')}`;
    }),
  );
  return dumps.join('\n');
};

for (const subject of ['youth', 'adult'] as const) {
  test(`no write on another league's ${subject} team or game succeeds, and none changes a row`, async () => {
    const before = await everything();
    const writes = (await operationsOn(api, victim, subject)).filter(({ method }) => method !== 'get');
    for (const [who, user] of outsiders) {
      for (const { method, path, template, body } of writes) {
        // Operating belongs to no league: administrators may (canOperate).
        if (who === 'admin' && template.startsWith('/v1/operations/')) continue;
        const answered = await trying(api, user)(method.toUpperCase(), path, body);
        const isRefused = [401, 403, 404, 409].includes(answered.status);
        assert.ok(isRefused, `${who}: ${method} ${template} gave ${answered.status} ${JSON.stringify(answered.body)}`);
      }
    }
    assert.equal(await everything(), before);
  });
}

test('what is not seen is not found: 404 comes before 403 on everything of a youth team', async () => {
  const hidden = /\{(teamId|gameId|personId)\}/;
  for (const [who, user] of outsiders) {
    for (const { method, path, template, body } of await operationsOn(api, victim, 'youth')) {
      if (!hidden.test(template) || (method === 'put' && /\/(teams|games|persons)\/\{\w+\}$/.test(template))) continue;
      const { status } = await trying(api, user)(method.toUpperCase(), path, body);
      const asks = user === null && status === 401;
      assert.ok(status === 404 || asks, `${who}: ${method} ${template} gave ${status}`);
    }
  }
});
