/** Who scores a game, for its staff. */
import type { Scorer as ScorerShape } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { canAssignScorer, canWatchGame } from '../policies/games.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentScorer } from '../presenters/scorer.ts';
import type { Nouns } from '../repositories/nouns.ts';

type Deps = { readonly nouns: Pick<Nouns, 'games' | 'scorers'> };

export const listScorers =
  ({ nouns: { games, scorers } }: Deps) =>
  async (
    actor: RelatedActor,
    gameId: string,
  ): Promise<Result<readonly ScorerShape[], 'game-not-found' | 'not-permitted'>> => {
    const game = await games.find(gameId);
    if (game === null || !canWatchGame(actor, game)) return reject('game-not-found');
    if (!canAssignScorer(actor, game)) return reject('not-permitted');
    return accept((await scorers.list(gameId)).map(presentScorer));
  };
