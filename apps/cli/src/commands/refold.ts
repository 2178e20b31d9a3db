/** `bball refold`: has the log of a game, or of each game of a season, folded again by the running engine. */
import { apiClient, insist, type Target } from '../api/client.ts';
import { fail } from '../failure.ts';
import type { World } from '../world.ts';

export type RefoldOptions = Target & { readonly game?: string; readonly season?: string };

export const refold = async (world: World, { game, season, ...target }: RefoldOptions): Promise<void> => {
  if ((game === undefined) === (season === undefined)) return fail('say either --game or --season');
  const body = game === undefined ? { seasonId: season } : { gameId: game };
  const answer = await apiClient(world, target).post('/v1/operations/refolds', body);
  const { games } = insist(answer, 'refold') as { readonly games: number };
  world.note(`${games} ${games === 1 ? 'game is' : 'games are'} being handed on again, at most 50 a second`);
};
