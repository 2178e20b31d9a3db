/** A broker of a test's own: the stack's part of that name in a folder that goes with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from '../src/install.ts';
import { launchers } from '../src/launch/all.ts';
import { partOf } from '../src/parts.ts';
import { type Place, placeOf } from '../src/place.ts';
import { supervise } from '../src/supervisor.ts';

const shift = 2_000;

export type TestBroker = { readonly place: Place; readonly stop: () => Promise<void> };

export const startBroker = async (): Promise<TestBroker> => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-broker-'));
  const place = placeOf({ folder, shift });
  const { promise: isReady, resolve, reject } = Promise.withResolvers<void>();
  const supervised = supervise({
    parts: [partOf('kafka')],
    launchers,
    surroundings: {
      place,
      installed: install(place, process.env.PATH ?? '', () => {}, ['s3']),
      options: { hasDemo: false, apiEnvironment: {} },
    },
    changed: (_, { is, why }) => {
      if (is === 'ready') resolve();
      if (is === 'missing') reject(new Error(why ?? 'Kafka is missing'));
    },
  });
  await isReady;
  return {
    place,
    stop: async () => {
      await supervised.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
