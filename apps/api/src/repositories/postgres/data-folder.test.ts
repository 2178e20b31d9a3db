import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CannotStart } from './cannot-start.ts';
import { prepareDataFolder } from './data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'bball-folder-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const isOneLine = (error: unknown): boolean =>
  error instanceof CannotStart &&
  /^The data folder \S+ cannot be used \([^\n]+\)\. Set DATA_DIR[^\n]+$/.test(error.message);

test('a folder is made with those above it, and taken as it is the next time', () => {
  const deep = join(folder, 'a', 'b');
  prepareDataFolder(deep);
  prepareDataFolder(deep);
  assert.ok(statSync(deep).isDirectory());
});

test('where no folder can be made, or a file is in the way, that is said in one line', () => {
  if (process.platform === 'linux') assert.throws(() => prepareDataFolder('/proc/x'), isOneLine);
  writeFileSync(join(folder, 'file'), '');
  assert.throws(() => prepareDataFolder(join(folder, 'file')), isOneLine);
  assert.throws(() => prepareDataFolder(join(folder, 'file', 'below')), isOneLine);
});
