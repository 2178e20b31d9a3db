import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageBand, ageOn, consentAges, countsAsMinor } from './age-band.ts';

test('a birthday counts on its day, that of 29 February on 1 March', () => {
  assert.equal(ageOn('2010-06-15', '2026-06-14'), 15);
  assert.equal(ageOn('2010-06-15', '2026-06-15'), 16);
  assert.equal(ageOn('2008-02-29', '2026-02-28'), 17);
  assert.equal(ageOn('2008-02-29', '2026-03-01'), 18);
});

test('the band follows the consent age of the country, 16 where none is known', () => {
  const bornOn = '2011-11-01';
  const today = '2026-11-24';
  assert.equal(ageBand(bornOn, 'FR', today), 'under-18');
  assert.equal(ageBand(bornOn, 'DE', today), 'under-consent');
  assert.equal(ageBand(bornOn, 'ZZ', today), 'under-consent');
  assert.equal(ageBand(bornOn, null, today), 'under-consent');
  assert.equal(ageBand('2014-01-01', 'US', today), 'under-13');
  assert.equal(ageBand('2008-11-24', 'US', today), 'adult');
  assert.equal(ageBand(null, 'US', today), 'unknown');
});

test('a key of the prototype is no country', () => {
  assert.equal(ageBand('2011-11-01', 'constructor', '2026-11-24'), 'under-consent');
});

test('every consent age names its source and lies between 13 and 16', () => {
  for (const [country, { age, source, checkedOn }] of Object.entries(consentAges)) {
    assert.match(country, /^[A-Z]{2}$/);
    assert.ok(age >= 13 && age <= 16 && source !== '' && /^\d{4}-\d{2}-\d{2}$/.test(checkedOn), country);
  }
});

test('unknown counts as a minor unless the team is one of adults', () => {
  assert.equal(countsAsMinor('unknown', 'adult'), false);
  assert.equal(countsAsMinor('unknown', 'under-16'), true);
  assert.equal(countsAsMinor('under-18', 'adult'), true);
  assert.equal(countsAsMinor('adult', 'under-20'), false);
});
