import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readCounts } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bball-counts-'));
after(() => rmSync(folder, { recursive: true }));

const written = (counts: object) => {
  const path = join(folder, 'counts.json');
  writeFileSync(path, JSON.stringify(counts));
  return path;
};

test('a runner that counted nothing is one check, by its exit code', () => {
  assert.deepEqual(readCounts(join(folder, 'none.json'), true), { passed: 1, failed: 0 });
  assert.deepEqual(readCounts(join(folder, 'none.json'), false), { passed: 0, failed: 1 });
});

test('a runner that ended badly has failed, whatever it counted', () => {
  assert.deepEqual(readCounts(written({ passed: 7, failed: 0 }), false), { passed: 7, failed: 1 });
  assert.deepEqual(readCounts(written({ passed: 7, failed: 3 }), false), { passed: 7, failed: 3 });
});

test('what a runner counted stands where it ended well', () => {
  assert.deepEqual(readCounts(written({ passed: 7, failed: 0 }), true), { passed: 7, failed: 0 });
});
