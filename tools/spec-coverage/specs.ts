/** Each SPEC.md, and the tests that must name its rules. */
export type Spec = {
  readonly spec: string;
  /** Where a rule may be proved. */
  readonly provedIn: readonly string[];
  /** Tests that must name a rule of some page, and the files among them that need not, with the reason. */
  readonly mustName: readonly string[];
  readonly needNot: Readonly<Record<string, string>>;
};

export const specs: readonly Spec[] = [
  {
    spec: 'packages/engine/SPEC.md',
    provedIn: ['packages/engine/**/*.test.ts'],
    mustName: ['packages/engine/**/*.test.ts'],
    needNot: {
      'packages/engine/src/canonical.test.ts': 'the form of the bytes, not a rule of basketball',
      'packages/engine/src/sha256.test.ts': 'a published algorithm with its own vectors',
      'packages/engine/testing/long-logs.test.ts': 'how long a fold takes, not what it gives',
    },
  },
  {
    spec: 'packages/sync/SPEC.md',
    provedIn: [
      'packages/sync/**/*.test.ts',
      'packages/engine/src/game/rank*.test.ts',
      'packages/contracts/**/*.test.ts',
      'apps/api/**/*.test.ts',
    ],
    mustName: [],
    needNot: {},
  },
];
