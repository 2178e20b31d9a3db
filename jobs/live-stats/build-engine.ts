/**
 * `npm run build:engine`: the host of the engine as one script for the V8 inside the job, and its version beside it.
 * The script sets `engine` (with `makeHost`); it needs nothing but the language, since that V8 has no Intl and no Node.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { engineVersion } from '../../packages/engine/src/version.ts';

const folder = join(import.meta.dirname, 'generated/engine');

await build({
  entryPoints: [join(import.meta.dirname, '../../packages/engine/src/host.ts')],
  outfile: join(folder, 'engine.js'),
  bundle: true,
  format: 'iife',
  globalName: 'engine',
  platform: 'neutral',
  target: 'es2023',
  charset: 'utf8',
  legalComments: 'none',
});
writeFileSync(join(folder, 'engine.properties'), `engineVersion=${engineVersion}\n`);
