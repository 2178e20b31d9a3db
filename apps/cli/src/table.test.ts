import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from './table.ts';

test('columns are as wide as their widest cell, whatever letters are in it', () => {
  const printed = table([['Name', 'N'], null, ['Šarić', '7'], ['王哲林', '12']], ['left', 'right']);
  assert.deepEqual(printed.split('\n'), ['Name     N', '──────────', 'Šarić    7', '王哲林  12']);
});
