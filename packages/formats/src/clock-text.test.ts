import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockMsOf } from './clock-text.ts';

test('clocks of every feed are milliseconds left', () => {
  const clocks: readonly (readonly [string, number | null])[] = [
    ['PT11M58.00S', 718_000],
    ['PT00M24.50S', 24_500],
    ['PT5M', 300_000],
    ['09:43', 583_000],
    ['00:53:90', 53_900],
    ['10:00:00', 600_000],
    ['00:-1', 0],
    ['PT', null],
    ['12', null],
    ['ab:cd', null],
  ];
  assert.deepEqual(
    clocks.map(([text]) => clockMsOf(text)),
    clocks.map(([, ms]) => ms),
  );
});
