/** Leagues that a reader may see. */
import type { League as LeagueShape } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { canEditLeague, canSeeStandings } from '../policies/leagues.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentLeague } from '../presenters/league.ts';
import type { League, Leagues } from '../repositories/leagues.ts';
import { type Listed, type ListKey, listed, type Paging, pageOf } from './cursor.ts';
import { leaguesOf } from './reach.ts';

type Deps = { readonly nouns: { readonly leagues: Pick<Leagues, 'find' | 'list'> } };
type ListDeps = { readonly nouns: { readonly leagues: Pick<Leagues, 'list'> } };

const key: ListKey = { list: 'leagues', parts: ['text', 'id'] };

const present = (actor: RelatedActor, league: League): LeagueShape =>
  presentLeague(league, { canEdit: canEditLeague(actor, league) });

export const getLeague =
  ({ nouns: { leagues } }: Deps) =>
  async (actor: RelatedActor, id: string): Promise<Result<LeagueShape, 'league-not-found'>> => {
    const league = await leagues.find(id);
    if (league === null || !canSeeStandings(actor, league)) return reject('league-not-found');
    return accept(present(actor, league));
  };

export const listLeagues =
  ({ nouns: { leagues } }: ListDeps) =>
  async (actor: RelatedActor, paging: Paging): Promise<Result<Listed<LeagueShape>, 'cursor-unknown'>> => {
    const page = pageOf(key, paging);
    if (!page.ok) return page;
    const found = await leagues.list({ relatedIds: leaguesOf(actor) }, page.value);
    const { rows, nextCursor } = listed(key, paging, found, ({ name, id }) => [name, id]);
    const seen = rows.filter((league) => canSeeStandings(actor, league));
    return accept({ rows: seen.map((league) => present(actor, league)), nextCursor });
  };
