import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Audience, audiences } from './audience.ts';
import {
  displayFor,
  displayNameFor,
  type PersonToShow,
  type PublicDisplay,
  type Shown,
  shownTo,
  showsPicture,
  standingConsents,
} from './redaction.ts';

const [, ...rows] = readFileSync(new URL('redaction.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
/** The names of a field may hold commas, its four cells may not. */
const cells = rows.map((row) => row.split(',').slice(-4));
const fields = rows.map((row) => row.split(',').slice(0, -4).join(','));

const rowOf = {
  score: 'score clock period',
  plays: 'plays lines lineups',
  nameOfAdult: 'displayName of an adult',
  nameOfMinor: 'displayName of a minor',
  picture: 'picture',
  personIdOfAdult: 'personId and career of an adult',
  personIdOfMinor: 'personId and career of a minor',
  venue: 'venue and start',
  bornOn: 'birthDate',
  contact: 'contact and guardianNames',
  flags: 'flags heldPlays',
} as const satisfies Record<keyof typeof shownTo, string>;

const written = (cell: Shown): string =>
  typeof cell === 'object' ? `${cell.before}/${cell.after}:${cell.consent}` : cell;

test('P7: what the code shows to whom is what redaction.csv says, cell by cell', () => {
  for (const [field, start] of Object.entries(rowOf) as [keyof typeof shownTo, string][]) {
    const at = fields.findIndex((name) => name.startsWith(start));
    assert.deepEqual(
      audiences.map((audience) => written(shownTo[field][audience])),
      cells[at],
      field,
    );
  }
});

const minor: PersonToShow = {
  givenName: 'ana',
  familyName: 'Reyes',
  publicDisplay: 'full',
  teamDisplay: 'initials',
  isProtected: false,
  isMinor: true,
  consents: [],
};
const adult: PersonToShow = { ...minor, isMinor: false };
const displays: readonly PublicDisplay[] = ['number', 'initials', 'short', 'full'];

test('P7: without consent a minor is at most initials in public, whatever the display says', () => {
  assert.deepEqual(
    displays.map((publicDisplay) => displayFor('public', { ...minor, publicDisplay })),
    ['number', 'initials', 'initials', 'initials'],
  );
});

test('P7: with the consent the display stands', () => {
  assert.deepEqual(
    displays.map((publicDisplay) => displayFor('public', { ...minor, publicDisplay, consents: ['public-name'] })),
    displays,
  );
});

test('an adult is shown in public as the display says', () => {
  assert.deepEqual(
    displays.map((publicDisplay) => displayFor('public', { ...adult, publicDisplay })),
    displays,
  );
});

test('a protected person is a number outside staff and league', () => {
  const shown = (person: PersonToShow) => audiences.map((audience: Audience) => displayFor(audience, person));
  assert.deepEqual(shown({ ...adult, isProtected: true }), ['number', 'number', 'full', 'full']);
  assert.equal(showsPicture('team', { ...adult, isProtected: true, consents: ['team-picture'] }), false);
});

test('the four ways of writing a name', () => {
  assert.deepEqual(
    displays.map((publicDisplay) => displayNameFor('public', { ...adult, publicDisplay }, '07')),
    ['#07', '#07 A. R.', 'A. Reyes', 'ana Reyes'],
  );
  assert.equal(displayNameFor('staff', null, '4'), '#4');
  assert.equal(displayNameFor('staff', null, ''), '#–');
  assert.equal(displayNameFor('staff', { ...adult, givenName: '', familyName: '' }, '4'), '#4');
});

test('a picture needs the consent for its audience', () => {
  assert.equal(showsPicture('public', { ...adult, consents: ['team-picture'] }), false);
  assert.equal(showsPicture('staff', { ...adult, consents: ['team-picture'] }), true);
});

test('a consent stands a day after it was given, and falls at once', () => {
  const given = { scope: 'public-name', state: 'given', at: '2026-11-01T12:00:00.000Z' } as const;
  const at = (iso: string) => Date.parse(iso);
  assert.deepEqual(standingConsents([given], at('2026-11-02T11:59:59.999Z')), []);
  assert.deepEqual(standingConsents([given], at('2026-11-02T12:00:00.000Z')), ['public-name']);
  const withdrawn = { ...given, state: 'withdrawn', at: '2026-11-03T00:00:00.000Z' } as const;
  assert.deepEqual(standingConsents([withdrawn, given], at('2026-11-03T00:00:00.000Z')), []);
});
