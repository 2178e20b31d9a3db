// Generates the Prisma client after an install. The schema engine is never used (migrations are our own SQL), so its download is switched off.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const schema = join(dirname(fileURLToPath(import.meta.url)), 'schema');
if (existsSync(schema) && readdirSync(schema).some((name) => name.endsWith('.prisma'))) {
  const { status } = spawnSync('npx', ['prisma', 'generate', '--schema', schema], {
    cwd: join(dirname(schema), '..'),
    stdio: 'inherit',
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1' },
  });
  process.exit(status ?? 1);
}
