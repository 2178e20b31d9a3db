import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namePartsOf } from './person-name.ts';

test('names of feeds are given and family name, however they are written', () => {
  assert.deepEqual(namePartsOf('Ana Maria Reyes'), { givenName: 'Ana', familyName: 'Maria Reyes' });
  assert.deepEqual(namePartsOf('REYES MORA, ANA'), { givenName: 'ANA', familyName: 'REYES MORA' });
  assert.equal(namePartsOf('Nene'), null);
  assert.equal(namePartsOf(''), null);
});
