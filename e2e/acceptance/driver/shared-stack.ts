/**
 * The one stack that all files of a run share: `--test-global-setup` starts it before the first file and ends it after the last. A file
 * that is run by itself starts one of its own.
 */
import { join } from 'node:path';
import { databaseUrl } from '@bball/stack/addresses';
import { type Place, placeOf, projectFolder } from '@bball/stack/place';
import { type OwnStack, type StackOptions, startOwnStack } from '@bball/stack/testing/own-stack';
import { apiEnvironment, type Profile, profileOf } from './profile.ts';

const shift = Number(process.env.ACCEPTANCE_SHIFT ?? 4_000);

export const stackOptions: StackOptions = {
  folder: process.env.ACCEPTANCE_DIR ?? join(projectFolder, '.data/acceptance'),
  shift,
  without: ['s3'],
  apiEnvironment,
};

let shared: OwnStack | null = null;

export const globalSetup = async (): Promise<void> => {
  shared = await startOwnStack(stackOptions);
  process.env.ACCEPTANCE_STACK = 'runs';
};

export const globalTeardown = async (): Promise<void> => shared?.stop();

export type TestedStack = { readonly place: Place; readonly url: string; readonly stop: () => Promise<void> };

export const openStack = async (): Promise<TestedStack> => {
  const isShared = process.env.ACCEPTANCE_STACK === 'runs';
  const { place, stop } = isShared
    ? { place: placeOf(stackOptions), stop: async () => {} }
    : await startOwnStack(stackOptions);
  return { place, url: `http://127.0.0.1:${place.port('balancer')}`, stop };
};

/** The distributed profile: everything by the door of the balancer, as people come in. */
export const startDistributed = async (): Promise<Profile> => {
  const { place, url, stop } = await openStack();
  return profileOf({ name: 'distributed', url, databaseUrl: databaseUrl(place), stop });
};
