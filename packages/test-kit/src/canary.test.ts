import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canariesIn, canaryName } from './canary.ts';

const name = canaryName('Mika');

test('a canary is found plainly, in any case, escaped, percent-encoded and in base64', () => {
  const escaped = [...name].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('');
  const percent = [...name].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  const base64 = Buffer.from(JSON.stringify({ displayName: name })).toString('base64url');
  for (const text of [`a ${name} b`, name.toUpperCase(), escaped, percent, base64]) {
    assert.deepEqual(canariesIn(text), [name], text);
  }
});

test('nothing else is one', () => {
  assert.deepEqual(canariesIn('{"displayName":"#7 K. V."}'), []);
});
