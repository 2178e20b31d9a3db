/** Which rules of a specification no test names, and which tests name none. Pure: texts in, findings out. */

export type TestFile = { readonly path: string; readonly text: string };
export type Findings = {
  readonly rules: readonly string[];
  readonly untested: readonly string[];
  /** Rules that a test names and the page does not have: renumbered, or mistyped. */
  readonly unknown: readonly { readonly rule: string; readonly test: string; readonly path: string }[];
  readonly nameless: readonly { readonly test: string; readonly path: string }[];
};

const title =
  /\b(?:test|it|describe|suite)(?:\.\w+)?\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`((?:[^`\\]|\\.)+)`)/g;

/** Names of tests that are made elsewhere: a row of a table, the first word of a helper. They begin with their rule. */
const startsWithRule = /(['"`])([A-Z]{1,4}-\d+\b[^'"`\n]*)\1/g;

/** A title made from rows (`${row.rule}: …`) takes its ids from the rows, which stand in the same file. */
const namesOf = (text: string) => [
  ...[...text.matchAll(title)].map(([, single, double, template]) => single ?? double ?? template ?? ''),
  ...[...text.matchAll(startsWithRule)].map(([, , name]) => name ?? ''),
];

const idsIn = (text: string, id: RegExp) => new Set(text.match(id) ?? []);
const isMadeFromRows = (name: string) => name.includes('${');

/** `POS-1…POS-3` and `POS-1 to POS-3` name each rule between. */
const withRanges = (text: string) =>
  text.replace(
    /\b([A-Z]{1,4})-(\d+)(?:…|–| to )(?:\1-)?(\d+)\b/g,
    (_all, letters: string, first: string, last: string) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, step) => `${letters}-${Number(first) + step}`).join(
        ' ',
      ),
  );

export const coverageOf = (spec: string, tests: readonly TestFile[], id: RegExp): Findings => {
  const rules = [...idsIn(withRanges(spec), id)].sort();
  const known = new Set(rules);
  const named = tests.flatMap(({ path, text }) =>
    [...new Set(namesOf(text))].map((test) => ({
      path,
      test,
      ids: idsIn(withRanges(isMadeFromRows(test) ? text : test), id),
    })),
  );
  const tested = new Set(named.flatMap(({ ids }) => [...ids]));
  return {
    rules,
    untested: rules.filter((rule) => !tested.has(rule)),
    unknown: named.flatMap(({ path, test, ids }) =>
      isMadeFromRows(test) ? [] : [...ids].filter((rule) => !known.has(rule)).map((rule) => ({ rule, test, path })),
    ),
    nameless: named.filter(({ ids }) => ids.size === 0).map(({ path, test }) => ({ path, test })),
  };
};
