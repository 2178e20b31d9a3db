import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needsOf, testFiles, workspaces } from './test-files.ts';

test('the suffix of a test says what must be running', () => {
  assert.equal(needsOf('a/fold.test.ts'), 'nothing');
  assert.equal(needsOf('a/games.pg.test.ts'), 'postgres');
  assert.equal(needsOf('a/live.stack.test.ts'), 'stack');
  assert.equal(needsOf('a/fold.ts'), null);
});

test('this very file is found, once, and in its workspace', () => {
  const found = workspaces.flatMap((folder) => testFiles(folder, 'nothing'));
  assert.deepEqual(
    found.filter((path) => path.endsWith('test-files.test.ts')),
    ['tools/setup/test-files.test.ts'],
  );
});
