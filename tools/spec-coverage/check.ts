/** `node check.ts`: fails on a rule that no test names, and on a test of the engine that names none. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportCounts } from '../setup/counts.mjs';
import { type NamedTest, namedTests, nameless, rulesOf, unknownRules, untested } from './coverage.ts';
import { type Spec, specs } from './specs.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const testsIn = (patterns: readonly string[]): readonly NamedTest[] =>
  namedTests(
    patterns
      .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' }))
      .sort()
      .map((path) => ({ path, text: read(path) })),
  );

const pages = specs.filter(({ spec }) => existsSync(join(root, spec)));
const allRules = pages.flatMap(({ spec }) => rulesOf(read(spec)));

/** Checks one page, prints what is missing and counts a rule as a check. */
const check = ({ spec, provedIn, mustName, needNot }: Spec) => {
  const rules = rulesOf(read(spec));
  const tests = testsIn(mustName).filter(({ path }) => !(path in needNot));
  const complaints = [
    ...untested(rules, testsIn(provedIn)).map((rule) => `${rule} of ${spec} is named by no test`),
    ...nameless(tests).map(({ path, test }) => `${path} names no rule of ${spec}: “${test}”`),
    ...unknownRules(allRules, tests).map(
      ({ path, rule, test }) => `${path} names ${rule}, which no page has: “${test}”`,
    ),
  ];
  for (const complaint of complaints) console.error(`✖ ${complaint}`);
  console.log(`${spec}: ${rules.length} rules, ${complaints.length === 0 ? 'each named by a test' : 'see above'}`);
  return { passed: rules.length, failed: complaints.length };
};

const missing = specs.filter((spec) => !pages.includes(spec));
for (const { spec } of missing) console.error(`✖ ${spec} is missing`);
const outcomes = pages.map(check);
const failed = missing.length + outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
reportCounts({
  passed: outcomes.reduce((sum, outcome) => sum + Math.max(0, outcome.passed - outcome.failed), 0),
  failed,
});
process.exitCode = failed === 0 ? 0 : 1;
