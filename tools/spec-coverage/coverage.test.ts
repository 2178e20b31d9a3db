import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedTests, nameless, rulesOf, unknownRules, untested } from './coverage.ts';

const rules = rulesOf('**REB-1** credits a rebound. **REB-2** compares the side, see TOV-1. **REB-3** is dead.');
const named = (text: string) => namedTests([{ path: 'rebound.test.ts', text }]);

test('a page has the rules that it has in bold', () => {
  assert.deepEqual(rules, ['REB-1', 'REB-2', 'REB-3']);
});

test('a rule that no test names is found', () => {
  assert.deepEqual(untested(rules, named("test('REB-1: …', f); test('REB-3: …', f);")), ['REB-2']);
});

test('a range names every rule in it', () => {
  assert.deepEqual(untested(rules, named("test('REB-1…3: a rebound', f)")), []);
});

test('a rule in a comment of a test is not named', () => {
  assert.deepEqual(untested(rules, named("// REB-2\ntest('REB-1, REB-3: …', f);")), ['REB-2']);
});

test('a title made from rows names the rules of its rows', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a test, not a template
  const rows = "const rows = [{ rule: 'REB-1' }, { rule: 'REB-2' }, { rule: 'REB-3' }];\ntest(`${row.rule}: …`, f);";
  assert.deepEqual(untested(rules, named(rows)), []);
});

test('a helper that is handed a name names the rule that it begins with', () => {
  assert.deepEqual(untested(rules, named("promise('REB-1, REB-2: …', f); rows = ['REB-3'];")), []);
});

test('a test that names no rule is found', () => {
  const found = nameless(named("test('it works', f); test('REB-1: …', f);"));
  assert.deepEqual(
    found.map(({ path, test: name }) => [path, name]),
    [['rebound.test.ts', 'it works']],
  );
});

test('a test that names a rule which no page has is found, a word of the same form is not', () => {
  const tests = named("test('REB-9: …', f); test('UTF-8 is UTF-8', f);");
  assert.deepEqual(unknownRules(rules, tests), [{ rule: 'REB-9', test: 'REB-9: …', path: 'rebound.test.ts' }]);
});
