/** `node check.ts`: fails on a rule that no test names, and on a test of the engine that names none. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportCounts } from '../setup/counts.mjs';
import { coverageOf, type TestFile } from './coverage.ts';
import { type Spec, specs } from './specs.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const testFiles = (patterns: readonly string[]): TestFile[] =>
  patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' }))
    .sort()
    .map((path) => ({ path, text: read(path) }));

/** Checks one page and prints what is missing. */
const check = ({ spec, id, tests, notTested, noRuleNeeded }: Spec) => {
  if (!existsSync(join(root, spec))) {
    console.error(`✖ ${spec} is missing`);
    return { passed: 0, failed: 1 };
  }
  const { rules, untested, unknown, nameless } = coverageOf(read(spec), testFiles(tests), id);
  const missing = untested.filter((rule) => !(rule in notTested));
  const withoutRule = noRuleNeeded === null ? [] : nameless.filter(({ path }) => !(path in noRuleNeeded));
  const mistaken = noRuleNeeded === null ? [] : unknown;
  for (const rule of missing) console.error(`✖ ${rule} of ${spec} is named by no test`);
  for (const { path, test } of withoutRule) console.error(`✖ ${path} names no rule of ${spec}: “${test}”`);
  for (const { path, rule, test } of mistaken) console.error(`✖ ${path} names ${rule}, which ${spec} lacks: “${test}”`);
  console.log(`${rules.length - missing.length} of ${rules.length} rules of ${spec} are named by a test`);
  return { passed: rules.length - missing.length, failed: missing.length + withoutRule.length + mistaken.length };
};

const outcomes = specs.map(check);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
reportCounts({ passed, failed });
process.exitCode = failed === 0 ? 0 : 1;
