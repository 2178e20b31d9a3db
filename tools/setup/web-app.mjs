/** The web app that the API serves, exported from apps/mobile when one of its sources has changed. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { inRoot } from './places.mjs';
import { run } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const sources = [
  'apps/mobile',
  'packages/engine/src',
  'packages/sync/src',
  'packages/contracts/src',
  'package-lock.json',
];
const folder = inRoot('apps/mobile');

/** Exports for one or more platforms into a folder of apps/mobile. @param {readonly string[]} platforms @param {string} into */
export const exportApp = (platforms, into) =>
  run('expo', ['export', ...platforms.flatMap((name) => ['--platform', name]), '--output-dir', into], {
    cwd: folder,
    env: { CI: '1', EXPO_OFFLINE: '1', EXPO_NO_TELEMETRY: '1' },
    otherwise: 'The message above is Expo’s own.',
  });

/** Beside the old export first, so that a running server keeps a whole one until the last moment. */
const beside = '.expo/next-dist';

export const webApp = {
  title: 'web app (about a minute the first time)',
  due: () => !existsSync(`${folder}/dist/index.html`) || readStamp('web-app') !== hashOf(sources),
  make: () => {
    const hash = hashOf(sources);
    exportApp(['web'], beside);
    rmSync(`${folder}/dist`, { recursive: true, force: true });
    renameSync(`${folder}/${beside}`, `${folder}/dist`);
    writeStamp('web-app', hash);
  },
};
