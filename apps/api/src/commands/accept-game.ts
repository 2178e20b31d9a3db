/**
 * Agrees to a game for the side that does not host: from now on its people are on the card, and the game counts in its season. One that
 * is over already is folded again, since what it gives to the season was not taken.
 */
import { accept, type Result, reject } from '../errors.ts';
import { canAcceptGame, canWatchGame } from '../policies/games.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Refolds } from '../repositories/refolds.ts';
import { type Asker, done } from './asker.ts';

type Deps = {
  readonly nouns: Pick<Nouns, 'together'>;
  readonly refolds: Pick<Refolds, 'request'>;
  readonly now: () => string;
};

export const acceptGame =
  ({ nouns, refolds, now }: Deps) =>
  async (asker: Asker, id: string): Promise<Result<null, 'game-not-found' | 'not-permitted'>> => {
    const result = await nouns.together(async ({ games, audit, changes }) => {
      const game = await games.find(id);
      if (game === null || !canWatchGame(asker.actor, game)) return reject('game-not-found');
      if (!canAcceptGame(asker.actor, game)) return reject('not-permitted');
      if (game.awayAcceptedAt !== null) return accept(false);
      const at = now();
      await games.change(id, { awayAcceptedAt: at }, at);
      await changes.note('game', [id]);
      await audit.write(done(asker, at, 'canAcceptGame', { subjectId: id, gameId: id, leagueId: game.leagueId }));
      return accept(game.status === 'final');
    });
    if (!result.ok) return result;
    if (result.value) await refolds.request(id, 'accepted');
    return accept(null);
  };
