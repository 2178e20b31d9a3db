import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weaknessOf } from './password.ts';

const bounds = { min: 15, max: 128 };
const owner = { email: 'ruth.keller@hoopsclub.example', displayName: 'Ruth Keller' };

const weak = [
  'short',
  'fourteen chars',
  'passwordpassword',
  'Password 123456789',
  'correct horse battery staple',
  'qwertyuiopasdfghj',
  '123456789012345',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  'zyxwvutsrqponmlkj',
  'basketball tracker',
  'BasketballTracker2026',
  'ruth keller ruth',
  'ruth.keller@hoopsclub',
  'RuthKeller123456789',
  'coach coach team team',
  'x'.repeat(129),
];
const strong = [
  'four brown horses eat',
  'моя собака любит снег',
  'Zug um Zug nach Köln',
  'ein langer satz mit ä',
  '🏀 plays on sunday nights',
  'x7#kQ9!mP2$vL5@n',
  'keller stairs creak at dawn',
];

for (const password of weak) {
  test(`refused: ${password.slice(0, 30)}`, () => assert.notEqual(weaknessOf(password, owner, bounds), null));
}
for (const password of strong) {
  test(`fine: ${password}`, () => assert.equal(weaknessOf(password, owner, bounds), null));
}

test('length counts characters, not bytes, after NFC', () => {
  assert.equal(weaknessOf(`${'ü'.normalize('NFD').repeat(3)}ab cd ef gh ij`, owner, bounds), null);
  assert.notEqual(weaknessOf(`${'ü'.normalize('NFD').repeat(7)}abcdefg`, owner, bounds), null);
});
