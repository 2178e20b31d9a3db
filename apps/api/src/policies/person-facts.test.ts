import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgePerson, type StoredFacts } from './person-facts.ts';

const at = '2026-11-24T12:00:00.000Z';
const stay = (ageGroup: StoredFacts['stays'][number]['ageGroup'], until: string | null = null) => ({
  teamId: `team ${ageGroup}`,
  since: '2026-01-01T00:00:00.000Z',
  until,
  ageGroup,
});

const person: StoredFacts = {
  id: 'person',
  userId: null,
  createdBy: null,
  leagueIds: [],
  givenName: 'Ana',
  familyName: 'Reyes',
  publicDisplay: 'full',
  teamDisplay: 'full',
  isProtected: false,
  consents: [],
  stays: [],
};

const isMinor = (bornOn: string | null, ...stays: StoredFacts['stays']) =>
  judgePerson({ ...person, stays }, bornOn, at).isMinor;

test('a known date decides, whatever the team', () => {
  assert.equal(isMinor('2010-01-01', stay('adult')), true);
  assert.equal(isMinor('2000-01-01', stay('under-20')), false);
});

test('an unknown age is an adult only where every open spot is in a team of adults', () => {
  assert.equal(isMinor(null, stay('adult')), false);
  assert.equal(isMinor(null, stay('adult'), stay('under-16')), true);
  assert.equal(isMinor(null, stay('adult'), stay('under-16', '2026-06-01T00:00:00.000Z')), false);
  assert.equal(isMinor(null), true);
});

test('a name is shown to the public by consent, to the team by the display', () => {
  const minor = { ...person, stays: [stay('under-16')] };
  assert.deepEqual(judgePerson(minor, null, at).facts.shown, { public: false, team: true });
  const consents = [{ scope: 'public-name', state: 'given', at: '2026-11-01T00:00:00.000Z' }] as const;
  assert.deepEqual(judgePerson({ ...minor, consents }, null, at).facts.shown, { public: true, team: true });
  assert.deepEqual(judgePerson({ ...minor, consents, isProtected: true }, null, at).facts.shown, {
    public: false,
    team: false,
  });
});
