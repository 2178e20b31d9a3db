import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { badImports } from './cruise.ts';

/** Walks a tree that has just these files. */
const found = async (files: Readonly<Record<string, string>>) => {
  const root = mkdtempSync(join(tmpdir(), 'bball-architecture-'));
  try {
    for (const [path, text] of Object.entries({ 'apps/a.ts': '', 'e2e/a.ts': '', 'packages/a.ts': '', ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return (await badImports(root)).map(({ says }) => says);
  } finally {
    rmSync(root, { recursive: true });
  }
};

const cases: readonly {
  readonly bad: string;
  readonly files: Readonly<Record<string, string>>;
  readonly says: RegExp;
}[] = [
  {
    bad: 'Node in the engine',
    files: {
      'packages/engine/src/fold.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    },
    says: /engine imports nothing: it runs where there is no Node/,
  },
  {
    bad: 'a package in the engine',
    files: { 'packages/engine/src/fold.ts': "import { z } from 'zod';\nexport const schema = z;" },
    says: /engine imports nothing/,
  },
  {
    bad: 'one event in another',
    files: {
      'packages/engine/src/events/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'packages/engine/src/events/b.ts': 'export type B = 1;',
    },
    says: /one event file never imports another/,
  },
  {
    bad: 'the fold in an event',
    files: {
      'packages/engine/src/events/a.ts': "import { fold } from '../fold.ts';\nexport const a = fold;",
      'packages/engine/src/fold.ts': 'export const fold = 1;',
    },
    says: /an event turns itself into effects/,
  },
  {
    bad: 'a package of the same row',
    files: {
      'packages/sync/src/merge.ts': "import type { A } from '../../contracts/src/a.ts';\nexport type B = A;",
      'packages/contracts/src/a.ts': 'export type A = 1;',
    },
    says: /sync is the pure core of a shared log/,
  },
  {
    bad: 'an app in a test of a package',
    files: {
      'packages/engine/src/a.test.ts': "import { b } from '../../../apps/api/src/b.ts';\nb();",
      'apps/api/src/b.ts': 'export const b = () => 1;',
    },
    says: /imports go down/,
  },
  {
    bad: 'SQL in a command',
    files: {
      'apps/api/src/commands/record.ts':
        "import { games } from '../repositories/games.ts';\nexport const record = games;",
      'apps/api/src/repositories/games.ts': 'export const games = 1;',
    },
    says: /a command names the type of a repository/,
  },
  {
    bad: 'Express in a command',
    files: { 'apps/api/src/commands/record.ts': "import express from 'express';\nexport const record = express;" },
    says: /no Express, sockets, Prisma/,
  },
  {
    bad: 'one feature in another',
    files: {
      'apps/mobile/src/features/a/screen.tsx': "import { b } from '../b/part.tsx';\nexport const a = b;",
      'apps/mobile/src/features/b/part.tsx': 'export const b = 1;',
    },
    says: /a feature never imports another feature/,
  },
  {
    bad: 'test-kit in what runs for people',
    files: {
      'apps/api/src/main.ts': "import { kit } from '../../../packages/test-kit/src/index.ts';\nkit();",
      'packages/test-kit/src/index.ts': 'export const kit = () => 1;',
    },
    says: /test-kit is for tests/,
  },
  {
    bad: 'two files that import each other',
    files: {
      'packages/engine/src/game/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
      'packages/engine/src/game/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
    },
    says: /in a circle are one file/,
  },
];

for (const { bad, files, says } of cases) {
  test(`${bad} is refused with the sentence of its room`, async () => {
    assert.match((await found(files)).join('\n'), says);
  });
}

test('types of a repository may stand in a command, and events may use the game', async () => {
  assert.deepEqual(
    await found({
      'apps/api/src/commands/record.ts':
        "import type { Games } from '../repositories/games.ts';\nexport type Deps = Games;",
      'apps/api/src/repositories/games.ts': 'export type Games = 1;',
      'packages/engine/src/events/a.ts': "import type { Place } from '../game/place.ts';\nexport type A = Place;",
      'packages/engine/src/game/place.ts': 'export type Place = 1;',
    }),
    [],
  );
});
