/** `npm run stack`: everything up, supervised, until Ctrl-C or `stack stop`. */
import { mkdirSync } from 'node:fs';
import { addressesShown } from './addresses.ts';
import { startGuard } from './guard.ts';
import { install } from './install.ts';
import { launchers } from './launch/all.ts';
import type { StackOptions } from './launch/launch.ts';
import { endOrphans } from './orphans.ts';
import { parts as allParts, type PartName } from './parts.ts';
import type { Place } from './place.ts';
import { forgetRunning, noteRunning, runningOf } from './process-file.ts';
import { noteStates, type PartState } from './status.ts';
import { supervise } from './supervisor.ts';

type Run = {
  readonly place: Place;
  readonly options: StackOptions;
  readonly path: string;
  /** By which the guard finds the same stack. */
  readonly environment: { readonly [name: string]: string };
  readonly say: (text: string) => void;
  /** Parts that are not wanted. */
  readonly without: readonly PartName[];
  /** Ends when its standard input does: so it ends with whoever started it, however that ends. */
  readonly endsWithInput: boolean;
};

const secondsSince = (startedAt: number) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

export const runStack = async ({
  place,
  options,
  path,
  environment,
  say,
  without,
  endsWithInput,
}: Run): Promise<void> => {
  const other = runningOf(place.folder, 'supervisor');
  if (other !== null) throw new Error(`the stack in ${place.folder} runs already, as process ${other.pid}`);
  mkdirSync(place.folder, { recursive: true, mode: 0o755 });
  noteRunning(place.folder, 'supervisor', process.pid);
  const orphans = await endOrphans(place.folder);
  if (orphans.length > 0) say(`ended what an earlier run had left: ${orphans.join(', ')}`);
  const parts = allParts.filter(({ name }) => !without.includes(name));
  const installed = install(place, path, say, without);

  const startedAt = performance.now();
  const guard = startGuard(environment);
  const announced = new Set<'addresses' | 'up'>();
  const announce = (states: Readonly<Record<string, PartState>>): void => {
    const stand = (names: readonly string[]) =>
      names.every((name) => ['ready', 'done', 'missing'].includes(states[name]?.is ?? 'waiting'));
    if (stand(['balancer', 'api-1', 'api-2']) && !announced.has('addresses')) {
      announced.add('addresses');
      say('');
      for (const [what, where] of addressesShown(place)) say(`  ${what.padEnd(14)} ${where}`);
      say('Ctrl-C, or npm run stack -- stop, ends it.\n');
    }
    if (stand(parts.map(({ name }) => name)) && !announced.has('up')) {
      announced.add('up');
      say(`Everything is up after ${secondsSince(startedAt)}.`);
    }
  };
  const states: Record<string, PartState> = {};
  const supervised = supervise({
    parts,
    launchers,
    surroundings: { place, installed, options },
    changed: ({ name }, state) => {
      states[name] = state;
      noteStates(place, states);
      if (state.is === 'ready' || state.is === 'done') say(`✔ ${name.padEnd(12)} ${secondsSince(startedAt)}`);
      if (state.is === 'down') say(`✖ ${name.padEnd(12)} ${state.why}; started again`);
      if (state.is === 'missing') say(`– ${name.padEnd(12)} ${state.why}`);
      announce(states);
    },
  });

  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
    if (endsWithInput) process.stdin.resume().once('end', resolve).once('error', resolve);
  });
  say('Stopping …');
  await supervised.stop();
  guard.dismiss();
  forgetRunning(place.folder, 'supervisor');
};
