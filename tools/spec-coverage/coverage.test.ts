import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf } from './coverage.ts';

const id = /\b[A-Z]{3}-\d+\b/g;
const page = 'REB-1 credits a rebound. REB-2 compares the side. REB-3 is dead.';
const file = (text: string) => ({ path: 'rebound.test.ts', text });

test('a rule that no test names is found', () => {
  const { untested } = coverageOf(page, [file("test('REB-1: …', f); test('REB-3: …', f);")], id);
  assert.deepEqual(untested, ['REB-2']);
});

test('a range names every rule in it', () => {
  assert.deepEqual(coverageOf(page, [file("test('REB-1…3: a rebound', f)")], id).untested, []);
});

test('a rule in a comment of a test is not named', () => {
  const { untested } = coverageOf(page, [file("// REB-2\ntest('REB-1, REB-3: …', f);")], id);
  assert.deepEqual(untested, ['REB-2']);
});

test('a test that names no rule is found', () => {
  const { nameless } = coverageOf(page, [file("test('it works', f); test('REB-1: …', f);")], id);
  assert.deepEqual(nameless, [{ path: 'rebound.test.ts', test: 'it works' }]);
});

test('a test that names a rule which the page lacks is found', () => {
  const { unknown } = coverageOf(page, [file("test('REB-9: …', f);")], id);
  assert.deepEqual(unknown, [{ rule: 'REB-9', test: 'REB-9: …', path: 'rebound.test.ts' }]);
});

test('a title made from rows names the rules of its rows', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a test, not a template
  const rows = "const rows = [{ rule: 'REB-1' }, { rule: 'REB-2' }, { rule: 'REB-3' }];\ntest(`${row.rule}: …`, f);";
  assert.deepEqual(coverageOf(page, [file(rows)], id).untested, []);
});

test('a helper that is handed a name names the rule that it begins with', () => {
  assert.deepEqual(coverageOf(page, [file("promise('REB-1, REB-2: …', f); rows = ['REB-3'];")], id).untested, []);
});
