import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restartDelayMs } from './back-off.ts';

const short = { uptimeMs: 800 };
const long = { uptimeMs: 60_000 };

test('a part that ended for the first time is started again at once', () => {
  assert.equal(restartDelayMs([short]), 250);
});

test('a part that keeps ending is started again more and more slowly, never slower than 10 s', () => {
  assert.deepEqual(
    [1, 2, 3, 4, 9].map((count) => restartDelayMs(Array.from({ length: count }, () => short))),
    [250, 500, 1000, 2000, 10_000],
  );
});

test('a part that had run well counts from the beginning again', () => {
  assert.equal(restartDelayMs([short, short, short, long]), 250);
  assert.equal(restartDelayMs([short, short, long, short]), 250);
});
