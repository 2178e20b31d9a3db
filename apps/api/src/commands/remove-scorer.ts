/** Ends a scorer's assignment. What they keyed stays; what they still send is held for staff. */
import { accept, type Result, reject } from '../errors.ts';
import { canAssignScorer, canWatchGame } from '../policies/games.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'game-not-found' | 'scorer-not-found' | 'not-permitted';

export const removeScorer =
  ({ nouns, now }: Deps) =>
  (asker: Asker, { gameId, userId }: { gameId: string; userId: string }): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ games, scorers, audit, changes }) => {
      const game = await games.find(gameId);
      if (game === null || !canWatchGame(asker.actor, game)) return reject('game-not-found');
      if (userId !== asker.actor.userId && !canAssignScorer(asker.actor, game)) return reject('not-permitted');
      await scorers.lock(gameId);
      const at = now();
      if (!(await scorers.end(gameId, userId, at))) return reject('scorer-not-found');
      await changes.note('user', [userId]);
      await audit.write(done(asker, at, 'canAssignScorer', { subjectId: userId, gameId, after: { covers: null } }));
      return accept(null);
    });
