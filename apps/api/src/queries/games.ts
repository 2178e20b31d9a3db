/** Games as nouns: find, load, redact (when and where), present. */
import type { GameDetail, GameSummary } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import {
  canAcceptGame,
  canAssignScorer,
  canConfirmFinal,
  canCorrect,
  canEditGame,
  canFinalize,
  canReopen,
  canScore,
  canSeePresence,
  canSeeVenue,
  canSettleHeldPlays,
  canWatchGame,
  type GameFacts,
} from '../policies/games.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentGameDetail, presentGameSummary, type ShownPlace } from '../presenters/game.ts';
import type { Game, Games } from '../repositories/games.ts';
import { type Listed, type ListKey, listed, type Paging, pageOf } from './cursor.ts';
import { leaguesOf, ownTeamsOf, scoredGamesOf } from './reach.ts';

type Deps = { readonly nouns: { readonly games: Pick<Games, 'find' | 'list'> }; readonly now: () => string };
type ListDeps = { readonly nouns: { readonly games: Pick<Games, 'list'> } };

const key: ListKey = { list: 'games', parts: ['moment', 'id'] };
/** Runs the other way, so it has cursors of its own. */
const scheduledKey: ListKey = { list: 'games-scheduled', parts: ['moment', 'id'] };

export type GamesAsked = Paging & {
  readonly status?: GameFacts['status'] | undefined;
  readonly leagueId?: string | undefined;
  readonly seasonId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly scope?: 'all' | 'mine' | undefined;
};

export const getGame =
  ({ nouns: { games }, now }: Deps) =>
  async (actor: RelatedActor, id: string): Promise<Result<GameDetail, 'game-not-found'>> => {
    const game = await games.find(id);
    if (game === null || !canWatchGame(actor, game)) return reject('game-not-found');
    const disputedFinalId = canSeePresence(actor, game) ? game.disputedFinalId : null;
    const rights = rightsIn(actor, game, Date.parse(now()));
    return accept(presentGameDetail(game, placeFor(actor, game), { rights, disputedFinalId }));
  };

export const listGames =
  ({ nouns: { games } }: ListDeps) =>
  async (actor: RelatedActor, asked: GamesAsked): Promise<Result<Listed<GameSummary>, 'cursor-unknown'>> => {
    const listKey = asked.status === 'scheduled' ? scheduledKey : key;
    const page = pageOf(listKey, asked);
    if (!page.ok) return page;
    const found = await games.list(
      {
        teamIds: ownTeamsOf(actor),
        leagueIds: leaguesOf(actor),
        gameIds: scoredGamesOf(actor),
        onlyOwn: asked.scope === 'mine',
      },
      {
        status: asked.status ?? null,
        leagueId: asked.leagueId ?? null,
        seasonId: asked.seasonId ?? null,
        teamId: asked.teamId ?? null,
      },
      page.value,
    );
    const { rows, nextCursor } = listed(listKey, asked, found, ({ listedAt, id }) => [listedAt, id]);
    const seen = rows.filter((game) => canWatchGame(actor, game));
    return accept({ rows: seen.map((game) => presentGameSummary(game, placeFor(actor, game))), nextCursor });
  };

/** Before the game, when and where are for those whom the league lets know; once it runs, when is plain. */
const placeFor = (actor: RelatedActor, game: Game): ShownPlace => {
  const isKnown = canSeeVenue(actor, game);
  const hasBegun = game.status === 'live' || game.status === 'final';
  return { startsAt: isKnown || hasBegun ? game.startsAt : null, venue: isKnown ? game.venue : null };
};

const rightsIn = (actor: RelatedActor, game: Game, nowMs: number): GameDetail['rights'] => ({
  canScore: canScore(actor, game),
  canCorrect: canCorrect(actor, game, { isOwn: false }),
  canSettleHeldPlays: canSettleHeldPlays(actor, game),
  isStaff: canSeePresence(actor, game),
  canEdit: canEditGame(actor, game),
  canAccept: !game.isAccepted && canAcceptGame(actor, game),
  canAssignScorer: canAssignScorer(actor, game),
  canFinalize: canFinalize(actor, game),
  canReopen: canReopen(actor, game, nowMs),
  canConfirmFinal: game.disputedFinalId !== null && canConfirmFinal(actor, game),
});
