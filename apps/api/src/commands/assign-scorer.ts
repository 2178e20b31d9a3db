/** Lets somebody score a game. The same assignment again changes nothing. */
import { accept, type Result, reject } from '../errors.ts';
import { canAssignScorer, canWatchGame } from '../policies/games.ts';
import type { Covers } from '../policies/relations.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';
import type { Created } from './created.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'game-not-found' | 'user-not-found' | 'not-permitted';
export type NewAssignment = { readonly gameId: string; readonly userId: string; readonly covers: Covers };

export const assignScorer =
  ({ nouns, now }: Deps) =>
  (asker: Asker, { gameId, userId, covers }: NewAssignment): Promise<Result<Created, Refusal>> =>
    nouns.together(async ({ games, members, scorers, audit, changes }) => {
      const game = await games.find(gameId);
      if (game === null || !canWatchGame(asker.actor, game)) return reject('game-not-found');
      if (!canAssignScorer(asker.actor, game)) return reject('not-permitted');
      if ((await members.candidate(userId, now().slice(0, 10))) === null) return reject('user-not-found');
      await scorers.lock(gameId);
      const at = now();
      const standing = await scorers.coversOf(gameId, userId);
      if (standing === covers) return accept({ isNew: false });
      await scorers.end(gameId, userId, at);
      await scorers.start(gameId, userId, covers, at);
      await changes.note('user', [userId]);
      await audit.write(
        done(asker, at, 'canAssignScorer', {
          subjectId: userId,
          gameId,
          before: { covers: standing },
          after: { covers },
        }),
      );
      return accept({ isNew: standing === null });
    });
