/** Which rules of a specification no test names, and which tests name none. Pure: texts in, findings out. */

export type TestFile = { readonly path: string; readonly text: string };
export type NamedTest = { readonly path: string; readonly test: string; readonly ids: ReadonlySet<string> };

const id = /\b[A-Z]{1,4}-\d+\b/g;
const familyOf = (rule: string) => rule.slice(0, rule.indexOf('-'));

/** A page defines a rule where its id stands in bold; elsewhere it only speaks of it. */
export const rulesOf = (page: string): readonly string[] =>
  [...new Set([...page.matchAll(/\*\*([A-Z]{1,4}-\d+)\*\*/g)].map(([, rule]) => rule ?? ''))].sort();

const title =
  /\b(?:test|it|describe|suite)(?:\.\w+)?\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`((?:[^`\\]|\\.)+)`)/g;

/** Names of tests that are made elsewhere: a row of a table, the first word of a helper. They begin with their rule. */
const startsWithRule = /(['"`])([A-Z]{1,4}-\d+\b[^'"`\n]*)\1/g;

const namesOf = (text: string) => [
  ...[...text.matchAll(title)].map(([, single, double, template]) => single ?? double ?? template ?? ''),
  ...[...text.matchAll(startsWithRule)].map(([, , name]) => name ?? ''),
];

/** `POS-1…POS-3` and `POS-1 to POS-3` name each rule between. */
const withRanges = (text: string) =>
  text.replace(
    /\b([A-Z]{1,4})-(\d+)(?:…|–| to )(?:\1-)?(\d+)\b/g,
    (_all, family: string, first: string, last: string) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => `${family}-${Number(first) + step}`).join(
        ' ',
      ),
  );

/** A title made from rows (`${row.rule}: …`) takes its ids from the rows, which stand in the same file. */
const isMadeFromRows = (name: string) => name.includes('${');

export const namedTests = (files: readonly TestFile[]): readonly NamedTest[] =>
  files.flatMap(({ path, text }) =>
    [...new Set(namesOf(text))].map((test) => {
      const where = isMadeFromRows(test) ? text : test;
      return { path, test, ids: new Set(withRanges(where).match(id) ?? []) };
    }),
  );

export const untested = (rules: readonly string[], tests: readonly NamedTest[]): readonly string[] => {
  const tested = new Set(tests.flatMap(({ ids }) => [...ids]));
  return rules.filter((rule) => !tested.has(rule));
};

export const nameless = (tests: readonly NamedTest[]): readonly NamedTest[] =>
  tests.filter(({ ids }) => ids.size === 0);

/** Renumbered or mistyped: of a family that the pages have, with a number that they have not. */
export const unknownRules = (
  known: readonly string[],
  tests: readonly NamedTest[],
): readonly { readonly rule: string; readonly test: string; readonly path: string }[] => {
  const families = new Set(known.map(familyOf));
  const rules = new Set(known);
  return tests
    .filter(({ test }) => !isMadeFromRows(test))
    .flatMap(({ path, test, ids }) =>
      [...ids].filter((rule) => families.has(familyOf(rule)) && !rules.has(rule)).map((rule) => ({ rule, test, path })),
    );
};
