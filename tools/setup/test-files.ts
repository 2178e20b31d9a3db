/** The test files of the workspaces, by what must be running for them (style: the suffix says it). */
import { existsSync, globSync } from 'node:fs';
import { inRoot } from './places.mjs';

export type Needs = 'nothing' | 'postgres' | 'stack';

const suffixes: readonly (readonly [suffix: string, needs: Needs])[] = [
  ['.pg.test.ts', 'postgres'],
  ['.stack.test.ts', 'stack'],
  ['.test.ts', 'nothing'],
];

export const needsOf = (path: string): Needs | null => suffixes.find(([suffix]) => path.endsWith(suffix))?.[1] ?? null;

/** Folders with a package.json, in the order in which they depend on each other. The phone has a runner of its own. */
export const workspaces = ['packages/*', 'tools/*', 'apps/*', 'e2e']
  .flatMap((pattern) => globSync(pattern, { cwd: inRoot() }).sort())
  .filter((folder) => existsSync(inRoot(folder, 'package.json')));

export const testFiles = (folder: string, needs: Needs): string[] =>
  globSync(`${folder}/**/*.test.ts`, { cwd: inRoot(), exclude: (name) => name === 'node_modules' || name === 'dist' })
    .filter((path) => needsOf(path) === needs)
    .sort();
