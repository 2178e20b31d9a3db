/** Final scores as they were announced: find, load the games, leave out those that this reader may not watch, present. */
import type { AnnouncedFinal } from '@bball/contracts';
import { accept, type Result } from '../errors.ts';
import { canWatchGame } from '../policies/games.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentFinal } from '../presenters/final.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Listed, type ListKey, listed, type Paging, pageOf } from './cursor.ts';
import { leaguesOf, ownTeamsOf, scoredGamesOf } from './reach.ts';

type Deps = {
  readonly nouns: {
    readonly games: Pick<Nouns['games'], 'ofIds'>;
    readonly finals: Pick<Nouns['finals'], 'listAnnounced'>;
  };
};

const key: ListKey = { list: 'finals', parts: ['moment', 'id', 'id'] };

export type FinalsAsked = Paging & {
  readonly leagueId?: string | undefined;
  readonly seasonId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly scope?: 'all' | 'mine' | undefined;
};

export const listFinals =
  ({ nouns: { games, finals } }: Deps) =>
  async (actor: RelatedActor, asked: FinalsAsked): Promise<Result<Listed<AnnouncedFinal>, 'cursor-unknown'>> => {
    const page = pageOf(key, asked);
    if (!page.ok) return page;
    const found = await finals.listAnnounced(
      {
        teamIds: ownTeamsOf(actor),
        leagueIds: leaguesOf(actor),
        gameIds: scoredGamesOf(actor),
        onlyOwn: asked.scope === 'mine',
      },
      { leagueId: asked.leagueId ?? null, seasonId: asked.seasonId ?? null, teamId: asked.teamId ?? null },
      page.value,
    );
    const { rows, nextCursor } = listed(key, asked, found, (row) => [row.announcedAt, row.gameId, row.finalEventId]);
    const byId = new Map((await games.ofIds(rows.map(({ gameId }) => gameId))).map((game) => [game.id, game]));
    const shown = rows.flatMap((final) => {
      const game = byId.get(final.gameId);
      return game !== undefined && canWatchGame(actor, game) ? [presentFinal(final, game)] : [];
    });
    return accept({ rows: shown, nextCursor });
  };
