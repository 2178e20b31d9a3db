/** `npm run stack`: everything up, supervised, until Ctrl-C or `stack stop`. */
import { mkdirSync } from 'node:fs';
import { addressesShown } from './addresses.ts';
import { startGuard } from './guard.ts';
import { install } from './install.ts';
import { launchers } from './launch/all.ts';
import type { StackOptions } from './launch/launch.ts';
import { endOrphans } from './orphans.ts';
import { parts } from './parts.ts';
import type { Place } from './place.ts';
import { forgetRunning, noteRunning, runningOf } from './process-file.ts';
import { noteStates } from './status.ts';
import { supervise } from './supervisor.ts';

type Run = {
  readonly place: Place;
  readonly options: StackOptions;
  readonly path: string;
  /** By which the guard finds the same stack. */
  readonly environment: { readonly [name: string]: string };
  readonly say: (text: string) => void;
};

const secondsSince = (startedAt: number) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

export const runStack = async ({ place, options, path, environment, say }: Run): Promise<void> => {
  const other = runningOf(place.folder, 'supervisor');
  if (other !== null) throw new Error(`the stack in ${place.folder} runs already, as process ${other.pid}`);
  mkdirSync(place.folder, { recursive: true, mode: 0o755 });
  noteRunning(place.folder, 'supervisor', process.pid);
  const orphans = await endOrphans(place.folder);
  if (orphans.length > 0) say(`ended what an earlier run had left: ${orphans.join(', ')}`);
  const installed = install(place, path, say);

  const startedAt = performance.now();
  const guard = startGuard(environment);
  let isAnnounced = false;
  const supervised = supervise({
    parts,
    launchers,
    surroundings: { place, installed, options },
    changed: (part, state) => {
      const states = supervised === undefined ? {} : supervised.states();
      noteStates(place, { ...states, [part.name]: state });
      if (state.is === 'ready' || state.is === 'done') say(`✔ ${part.name.padEnd(12)} ${secondsSince(startedAt)}`);
      if (state.is === 'down') say(`✖ ${part.name.padEnd(12)} ${state.why}; started again`);
      if (state.is === 'missing') say(`– ${part.name.padEnd(12)} ${state.why}`);
      const isUp = Object.values({ ...states, [part.name]: state }).every(({ is }) =>
        ['ready', 'done', 'missing'].includes(is),
      );
      if (!isUp || isAnnounced) return;
      isAnnounced = true;
      say(`\nUp in ${secondsSince(startedAt)}.`);
      for (const [what, where] of addressesShown(place)) say(`  ${what.padEnd(14)} ${where}`);
      say('Ctrl-C, or npm run stack -- stop, ends it.');
    },
  });

  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
  });
  say('Stopping …');
  await supervised.stop();
  guard.dismiss();
  forgetRunning(place.folder, 'supervisor');
};
