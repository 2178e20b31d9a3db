/** Changes or cancels a game that is not over. Once it has begun, its rules and what is tracked are said in its log. */
import { accept, type Result, reject } from '../errors.ts';
import { isWider } from '../policies/cap.ts';
import { canEditGame, canSetVisibility, canWatchGame } from '../policies/games.ts';
import type { RelatedActor } from '../policies/relations.ts';
import type { Game, GameChanges as StoredChanges } from '../repositories/games.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';
import { type Tracked, trackedOf } from './create-game.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'game-not-found' | 'not-permitted' | 'game-has-begun' | 'wider-than-the-league';

export type GameChanges = Pick<StoredChanges, 'startsAt' | 'venue' | 'ruleSet' | 'rules' | 'visibility'> & {
  readonly tracked?: Tracked;
  readonly status?: 'scheduled' | 'cancelled';
};

export const changeGame =
  ({ nouns, now }: Deps) =>
  (asker: Asker, id: string, wanted: GameChanges): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ games, leagues, audit, changes }) => {
      const game = await games.find(id);
      if (game === null || !canWatchGame(asker.actor, game)) return reject('game-not-found');
      if (!mayChange(asker.actor, game, wanted)) return reject('not-permitted');
      if (touchesTheLog(wanted) && game.status === 'live') return reject('game-has-begun');
      const league = game.leagueId === null ? null : await leagues.find(game.leagueId);
      if (wanted.visibility !== undefined && isWider(wanted.visibility, league?.maxVisibility ?? 'public')) {
        return reject('wider-than-the-league');
      }
      const at = now();
      const { tracked, ...rest } = wanted;
      await games.change(id, tracked === undefined ? rest : { ...rest, tracked: trackedOf(tracked) }, at);
      await changes.note('game', [id]);
      await audit.write(
        done(asker, at, wanted.visibility === undefined ? 'canEditGame' : 'canSetVisibility', {
          subjectId: id,
          gameId: id,
          leagueId: game.leagueId,
          changedFields: Object.keys(wanted),
        }),
      );
      return accept(null);
    });

/** A cancelled game may be called back by whoever could have edited it. */
const mayChange = (actor: RelatedActor, game: Game, { visibility, ...others }: GameChanges): boolean => {
  const asOpen = game.status === 'cancelled' ? { ...game, status: 'scheduled' as const } : game;
  return (
    (visibility === undefined || canSetVisibility(actor, game)) &&
    (Object.keys(others).length === 0 || canEditGame(actor, asOpen))
  );
};

const touchesTheLog = ({ ruleSet, rules, tracked, status }: GameChanges): boolean =>
  ruleSet !== undefined || rules !== undefined || tracked !== undefined || status !== undefined;
