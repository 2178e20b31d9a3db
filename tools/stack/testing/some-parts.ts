/** Some parts of the stack for a test, in a folder and at ports of their own; they go with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, type Program } from '../src/install.ts';
import { launchers } from '../src/launch/all.ts';
import { type PartName, partOf } from '../src/parts.ts';
import { type Place, placeOf } from '../src/place.ts';
import { supervise } from '../src/supervisor.ts';

export type SomeParts = { readonly place: Place; readonly stop: () => Promise<void> };

type Wanted = {
  readonly parts: readonly Extract<PartName, Program>[];
  /** Added to every port: another for each test that may run beside another. */
  readonly shift: number;
};

const programs = ['kafka', 'flink', 'redis', 's3', 'job'] as const satisfies readonly Program[];

/** @throws what is missing, and why. */
export const startParts = async ({ parts, shift }: Wanted): Promise<SomeParts> => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-parts-'));
  const place = placeOf({ folder, shift });
  const ready = new Map(parts.map((name) => [name as PartName, Promise.withResolvers<void>()]));
  const without = programs.filter((program) => !parts.some((name) => name === program));
  const supervised = supervise({
    parts: parts.map(partOf),
    launchers,
    surroundings: {
      place,
      installed: install(place, process.env.PATH ?? '', () => {}, without),
      options: { hasDemo: false, apiEnvironment: {} },
    },
    changed: ({ name }, { is, why }) => {
      if (is === 'ready') ready.get(name)?.resolve();
      if (is === 'missing') ready.get(name)?.reject(new Error(why ?? `${name} is missing`));
    },
  });
  const stop = async () => {
    await supervised.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([...ready.values()].map(({ promise }) => promise));
  } catch (error) {
    await stop();
    throw error;
  }
  return { place, stop };
};
