import { expect, test } from '@jest/globals';
import { tokenIn } from './link-token.ts';

const token = 'rfosIRCZ3bQ029Zr2dSxrHZB9kfe2f-Bj1TSB76xigI';

test('the token of a link is read from its fragment, in either form, and only whole', () => {
  expect(tokenIn(`https://example.org/account/verify#${token}`)).toBe(token);
  expect(tokenIn(`bball://account/reset#token=${token}`)).toBe(token);
  expect(tokenIn(`https://example.org/account/verify#${token.slice(1)}`)).toBeNull();
  expect(tokenIn(`https://example.org/account/verify?token=${token}`)).toBeNull();
  expect(tokenIn(null)).toBeNull();
});
