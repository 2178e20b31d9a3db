/** `bball fold`: the canonical result of a log, or its hash. Order and repeats of the lines do not matter. */
import { canonicalJson, foldLog, type LoggedEvent, resultHash } from '@bball/engine';
import { fail } from '../failure.ts';
import { readLog } from '../log-file.ts';
import type { World } from '../world.ts';

export const fold = async (world: World, path: string, options: { readonly hash?: boolean }): Promise<void> => {
  const result = foldEvents(await readLog(world, path));
  world.print(options.hash === true ? resultHash(result) : canonicalJson(result));
};

export const foldEvents = (events: readonly LoggedEvent[]) => {
  const gameId = events[0]?.gameId ?? fail('the log is empty');
  return foldLog(gameId, events);
};
