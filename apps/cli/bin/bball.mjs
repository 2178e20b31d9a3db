#!/usr/bin/env node
// Starts the sources on a Node that runs TypeScript: this one if it can, else the pinned one of the repository.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../src/main.ts', import.meta.url);
const canRunTypeScript = Number(process.versions.node.split('.')[0]) >= 24;

if (canRunTypeScript) {
  await import(main.href);
} else {
  const pinned = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));
  if (!existsSync(pinned)) {
    process.stderr.write(`bball needs Node 24 or later (this is ${process.version}): run "npm install" first\n`);
    process.exit(1);
  }
  const { status, error } = spawnSync(pinned, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) process.stderr.write(`bball: ${error.message}\n`);
  process.exitCode = status ?? 1;
}
