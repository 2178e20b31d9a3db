/** `node check.ts`: prints every import that the rooms forbid, with the room's sentence. */
import { join } from 'node:path';
import { reportCounts } from '../setup/counts.mjs';
import { badImports } from './cruise.ts';
import { forbidden } from './rules.ts';

const found = await badImports(join(import.meta.dirname, '../..'));
for (const { rule, says, from, to } of found) {
  console.error(`✖ ${from} → ${to}\n    ${says} (${rule})`);
}
const broken = new Set(found.map(({ rule }) => rule)).size;
console.log(`${forbidden.length - broken} of ${forbidden.length} rules of the architecture hold`);
reportCounts({ passed: forbidden.length - broken, failed: broken });
process.exitCode = broken === 0 ? 0 : 1;
