/**
 * Confirms a final whose score is disputed: it is settled with what the plays add up to, as if nobody had said another score (F-4).
 * Whether the game is final is decided under the lock of its head, not by the row of the game, which follows the stored result.
 */
import { accept, type Result, reject } from '../errors.ts';
import { canConfirmFinal, canWatchGame, type GameFacts } from '../policies/games.ts';
import type { Confirmation } from '../repositories/finals.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal =
  | 'game-not-found'
  | 'not-permitted'
  | 'final-does-not-stand'
  | 'final-not-disputed'
  | 'revision-not-reached';

export const confirmFinal =
  ({ nouns, now }: Deps) =>
  (asker: Asker, gameId: string, finalEventId: string): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ games, finals, audit }) => {
      const game = await games.find(gameId);
      if (game === null || !canWatchGame(asker.actor, game)) return reject('game-not-found');
      if (!canConfirmFinal(asker.actor, asIfOver(game))) return reject('not-permitted');
      const outcome = await finals.confirm(gameId, finalEventId);
      if (outcome === 'confirmed') {
        const { leagueId } = game;
        await audit.write(done(asker, now(), 'canConfirmFinal', { subjectId: finalEventId, gameId, leagueId }));
      }
      return answers[outcome];
    });

const asIfOver = (game: GameFacts): GameFacts => (game.status === 'cancelled' ? game : { ...game, status: 'final' });

const answers = {
  confirmed: accept(null),
  repeated: accept(null),
  'not-standing': reject('final-does-not-stand'),
  'not-disputed': reject('final-not-disputed'),
  'not-reached': reject('revision-not-reached', { retryAfterSeconds: 1 }),
} as const satisfies Record<Confirmation, Result<null, Refusal>>;
