/** Each SPEC.md, the form of its rule ids, and the tests that must name them. */
export type Spec = {
  readonly spec: string;
  /** Three letters and a number in the engine; an id outside this form belongs to another page. */
  readonly id: RegExp;
  readonly tests: readonly string[];
  /** Rules that no test of these can name, and why. */
  readonly notTested: Readonly<Record<string, string>>;
  /** Test files that need name no rule, and why; null: tests here may stand without one. */
  readonly noRuleNeeded: Readonly<Record<string, string>> | null;
};

export const specs: readonly Spec[] = [
  {
    spec: 'packages/engine/SPEC.md',
    id: /\b(?!PLC)[A-Z]{3}-\d+\b/g,
    tests: ['packages/engine/**/*.test.ts'],
    notTested: {},
    noRuleNeeded: {
      'packages/engine/src/canonical.test.ts': 'the form of the bytes, not a rule of basketball',
      'packages/engine/src/game/rank.test.ts': 'ranks are ruled by packages/sync/SPEC.md (PLC)',
      'packages/engine/src/sha256.test.ts': 'a published algorithm with its own vectors',
    },
  },
  {
    spec: 'packages/sync/SPEC.md',
    id: /\b[AIKLRSW]-\d+\b/g,
    tests: ['packages/sync/**/*.test.ts', 'packages/engine/src/game/rank*.test.ts', 'apps/api/**/*.test.ts'],
    notTested: {},
    noRuleNeeded: null,
  },
];
