/** `bball export`: a game's log off a server, loss-free. */
import type { GameId } from '@bball/engine';
import { writeJsonLog } from '@bball/formats';
import { apiClient, type Target } from '../api/client.ts';
import { readServerLog } from '../api/game-log.ts';
import { fail } from '../failure.ts';
import type { World } from '../world.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type ExportOptions = Target & { readonly game: string; readonly out: string };

export const exportLog = async (world: World, options: ExportOptions): Promise<void> => {
  if (!uuid.test(options.game)) return fail(`--game ${options.game}: expected the id of a game, a UUID`);
  const log = await readServerLog(apiClient(world, options), options.game as GameId);
  if (log === null) return fail(`there is no game ${options.game} at ${options.api}, or not for this token`);
  await world.writeText(options.out, writeJsonLog(log.events));
  world.note(`${log.events.length} events of game ${options.game} written to ${options.out}`);
};
