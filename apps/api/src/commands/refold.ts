/** Has the log of a game, or of each game of a season, handed on again: by an operator, or because of a dead letter (K-8). */
import { accept, type Result, reject } from '../errors.ts';
import { whyNotOperate } from '../policies/operations.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { RefoldScope } from '../repositories/refold-requests.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Asked = { readonly games: number };
type NotAllowed = 'not-permitted' | 'sign-in-again';

export const refold =
  ({ nouns, now }: Deps) =>
  (asker: Asker, scope: RefoldScope): Promise<Result<Asked, NotAllowed | 'game-not-found' | 'season-not-found'>> =>
    nouns.together(async ({ games, seasons, refoldRequests, audit }) => {
      const refusal = whyNotOperate(asker.actor);
      if (refusal !== null) return reject(refusal);
      if ('gameId' in scope && (await games.find(scope.gameId)) === null) return reject('game-not-found');
      if ('seasonId' in scope && (await seasons.find(scope.seasonId)) === null) return reject('season-not-found');
      const asked = await refoldRequests.ask(scope, 'operator');
      const about =
        'gameId' in scope ? { subjectId: scope.gameId, gameId: scope.gameId } : { subjectId: scope.seasonId };
      await audit.write(done(asker, now(), 'canOperate', { ...about, after: { act: 'refold', games: asked } }));
      return accept({ games: asked });
    });

type Letter = { readonly partition: number; readonly offset: number };

/** `undefined`: it is not there (any more); null: the broker does not answer. */
type Find = (partition: number, offset: number) => Promise<{ readonly gameId: string | null } | undefined | null>;

export const replayDeadLetter =
  ({ nouns, now, deadLetters }: Deps & { readonly deadLetters: { readonly find: Find } | null }) =>
  async (
    asker: Asker,
    letter: Letter,
  ): Promise<Result<Asked, NotAllowed | 'broker-away' | 'dead-letter-not-found' | 'dead-letter-without-game'>> => {
    const refusal = whyNotOperate(asker.actor);
    if (refusal !== null) return reject(refusal);
    const found = deadLetters === null ? null : await deadLetters.find(letter.partition, letter.offset);
    if (found === null) return reject('broker-away');
    if (found === undefined) return reject('dead-letter-not-found');
    const { gameId } = found;
    return nouns.together(async ({ games, refoldRequests, audit }) => {
      if (gameId === null || (await games.find(gameId)) === null) return reject('dead-letter-without-game');
      const asked = await refoldRequests.ask({ gameId }, 'dead-letter');
      const after = { act: 'replay-dead-letter', ...letter, games: asked };
      await audit.write(done(asker, now(), 'canOperate', { subjectId: gameId, gameId, after }));
      return accept({ games: asked });
    });
  };
