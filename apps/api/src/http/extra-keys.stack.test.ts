/** Threat 7: a key that the contract does not name is an error, and changes no row, whatever it is called and wherever it stands. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestApi, type TestApi } from '@bball/test-kit';
import fc from 'fast-check';
import { makeTenant, type Tenant, trying } from '../../testing/tenant.ts';
import { type Operation, operationsOn } from '../../testing/walk.ts';

let api: TestApi;
let tenant: Tenant;
let writes: readonly Operation[];

before(async () => {
  api = await startTestApi();
  tenant = await makeTenant(api, 'Keys');
  writes = (await operationsOn(api, tenant, 'adult')).filter(({ body }) => body !== undefined);
});
after(() => api.stop());

/** What an attacker would like to set: what the server sets, relations, other tenants, prototypes. */
const forgedKeys = [
  'role',
  'platformRole',
  'isAdmin',
  'userId',
  'createdBy',
  'createdAt',
  'status',
  'acceptedFrom',
  'acceptedAt',
  'seq',
  'awayAcceptedAt',
  'isAccepted',
  'finalAt',
  'cardVersion',
  'isProtected',
  'since',
  'until',
  'id',
  'gameId',
  'rights',
  '__proto__',
  'constructor',
  'prototype',
];

const rowsOf = async (): Promise<string> => {
  const tables = [
    'leagues',
    'seasons',
    'teams',
    'team_members',
    'persons',
    'roster_spots',
    'games',
    'scorer_assignments',
    'game_events',
  ];
  const dumps = await Promise.all(
    tables.map((table) =>
      api.database.pool.query(`select coalesce(string_agg(t::text, ' ' order by t::text), '') as text from ${table} t`),
    ),
  );
  return dumps.map(({ rows }) => rows[0].text).join('\n');
};

test('an extra key is refused at every door that takes a body, by whoever may do everything else there', async () => {
  const before = await rowsOf();
  const anyKey = fc.oneof(fc.constantFrom(...forgedKeys), fc.string({ minLength: 1, maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...writes), anyKey, fc.jsonValue({ maxDepth: 2 }), async (write, key, value) => {
      const { method, path, template, body } = write;
      fc.pre(!Object.hasOwn(body as object, key) && !isKnown(write, key));
      // Built as text: an object literal would swallow __proto__.
      const plain = JSON.stringify(body);
      const text = `${plain.slice(0, -1)}${plain === '{}' ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(value)}}`;
      const answered = await trying(api, tenant.users.leagueAdmin)(method.toUpperCase(), path, text);
      assert.deepEqual(
        [answered.status, answered.body.code],
        [400, 'request-malformed'],
        `${method} ${template} with ${key}`,
      );
    }),
    { numRuns: 250 },
  );
  assert.equal(await rowsOf(), before);
});

/** Keys that the contract does take there. */
const isKnown = ({ template, method }: Operation, key: string): boolean =>
  (known[`${method} ${template}`] ?? []).includes(key);

const known: Readonly<Record<string, readonly string[]>> = {
  'patch /v1/games/{gameId}': ['status'],
  'patch /v1/persons/{personId}': ['isProtected'],
};
