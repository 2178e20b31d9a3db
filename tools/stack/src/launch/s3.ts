import { mkdirSync } from 'node:fs';
import { loopback } from '../addresses.ts';
import { secretOf } from '../secrets.ts';
import { type Launcher, pathOf } from './launch.ts';

export const s3User = 'bball';

/** A folder as buckets. Attributes lie beside it, since not every file system keeps extended ones. */
export const launchS3: Launcher = async ({ place, installed }) => {
  const [files, beside] = [place.inFolder('s3/files'), place.inFolder('s3/attributes')];
  for (const folder of [`${files}/bball`, beside]) mkdirSync(folder, { recursive: true });
  const address = `${loopback}:${place.port('s3')}`;
  return {
    program: await pathOf(installed, 's3'),
    args: ['--port', address, '--health', '/health', '--quiet', 'posix', '--sidecar', beside, files],
    env: { ROOT_ACCESS_KEY: s3User, ROOT_SECRET_KEY: secretOf(place, 's3') },
  };
};
