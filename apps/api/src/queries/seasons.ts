/** Seasons and the teams in them, for whoever sees their league. */
import type {
  Season as SeasonShape,
  SeasonTeam as SeasonTeamShape,
  TeamSeason as TeamSeasonShape,
} from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { canEditLeague, canSeeEntry, canSeeStandings } from '../policies/leagues.ts';
import { isCoachOf, isHeadCoachOf, type RelatedActor } from '../policies/relations.ts';
import { canSeeRoster } from '../policies/teams.ts';
import { presentSeason, presentSeasonTeam, presentTeamSeason } from '../presenters/league.ts';
import type { League } from '../repositories/leagues.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Season, SeasonTeam } from '../repositories/seasons.ts';
import { type Listed, type ListKey, listed, type Paging, pageOf } from './cursor.ts';

type Deps = { readonly nouns: Pick<Nouns, 'leagues' | 'seasons' | 'teams'> };
type SeenDeps = { readonly nouns: Pick<Nouns, 'leagues' | 'seasons'> };

const seasonsKey: ListKey = { list: 'seasons', parts: ['moment', 'id'] };
const teamSeasonsKey: ListKey = { list: 'team-seasons', parts: ['moment', 'id'] };
const teamsKey: ListKey = { list: 'season-teams', parts: ['text', 'id'] };

type Seen = { readonly season: Season; readonly league: League };

/** A season with its league, for whoever may see them. */
export const seenSeason = async (
  { nouns }: SeenDeps,
  actor: RelatedActor,
  id: string,
): Promise<Result<Seen, 'season-not-found'>> => {
  const season = await nouns.seasons.find(id);
  const league = season === null ? null : await nouns.leagues.find(season.leagueId);
  if (season === null || league === null || !canSeeStandings(actor, league)) return reject('season-not-found');
  return accept({ season, league });
};

export const getSeason =
  (deps: Deps) =>
  async (actor: RelatedActor, id: string): Promise<Result<SeasonShape, 'season-not-found'>> => {
    const seen = await seenSeason(deps, actor, id);
    return seen.ok ? accept(presentSeason(seen.value.season)) : seen;
  };

export const listSeasons =
  ({ nouns }: Deps) =>
  async (
    actor: RelatedActor,
    leagueId: string,
    paging: Paging,
  ): Promise<Result<Listed<SeasonShape>, 'league-not-found' | 'cursor-unknown'>> => {
    const page = pageOf(seasonsKey, paging);
    if (!page.ok) return page;
    const league = await nouns.leagues.find(leagueId);
    if (league === null || !canSeeStandings(actor, league)) return reject('league-not-found');
    const found = await nouns.seasons.listOf(leagueId, page.value);
    const { rows, nextCursor } = listed(seasonsKey, paging, found, ({ createdAt, id }) => [createdAt, id]);
    return accept({ rows: rows.map(presentSeason), nextCursor });
  };

/** Who was asked and who left is for the league; everybody else sees who plays. */
export const listSeasonTeams =
  (deps: Deps) =>
  async (
    actor: RelatedActor,
    seasonId: string,
    paging: Paging,
  ): Promise<Result<Listed<SeasonTeamShape>, 'season-not-found' | 'cursor-unknown'>> => {
    const page = pageOf(teamsKey, paging);
    if (!page.ok) return page;
    const seen = await seenSeason(deps, actor, seasonId);
    if (!seen.ok) return seen;
    const statuses = canEditLeague(actor, seen.value.league)
      ? (['asked', 'entered', 'left'] as const)
      : (['entered'] as const);
    const found = await deps.nouns.seasons.teamsOf(seasonId, statuses, page.value);
    const isSeen = ({ team }: SeasonTeam): boolean =>
      canSeeEntry(actor, { leagueId: seen.value.league.id, visibility: team.visibility });
    const { rows, nextCursor } = listed(teamsKey, paging, found, ({ team }) => [team.name, team.id]);
    return accept({ rows: rows.filter(isSeen).map(presentSeasonTeam), nextCursor });
  };

/** One entry, for the league and for the team's own head coach also while it is only asked. */
export const getSeasonTeam =
  ({ nouns }: Deps) =>
  async (
    actor: RelatedActor,
    seasonId: string,
    teamId: string,
  ): Promise<Result<SeasonTeamShape, 'season-not-found'>> => {
    const season = await nouns.seasons.find(seasonId);
    const league = season === null ? null : await nouns.leagues.find(season.leagueId);
    const [status, team] = await Promise.all([nouns.seasons.entry(seasonId, teamId), nouns.teams.find(teamId)]);
    if (league === null || status === null || team === null) return reject('season-not-found');
    if (!canSeeStandings(actor, league) && !isHeadCoachOf(actor, teamId)) return reject('season-not-found');
    return accept(presentSeasonTeam({ seasonId, teamId, status, team }));
  };

/** Where a team plays; what it is asked to join is for its coaches, who answer. */
export const listTeamSeasons =
  ({ nouns }: Deps) =>
  async (
    actor: RelatedActor,
    teamId: string,
    paging: Paging,
  ): Promise<Result<Listed<TeamSeasonShape>, 'team-not-found' | 'cursor-unknown'>> => {
    const page = pageOf(teamSeasonsKey, paging);
    if (!page.ok) return page;
    const team = await nouns.teams.find(teamId);
    if (team === null || !canSeeRoster(actor, team)) return reject('team-not-found');
    const isStaff = isCoachOf(actor, teamId);
    const found = await nouns.seasons.listOfTeam(
      teamId,
      isStaff ? ['asked', 'entered', 'left'] : ['entered'],
      page.value,
    );
    const { rows, nextCursor } = listed(teamSeasonsKey, paging, found, ({ createdAt, season }) => [
      createdAt,
      season.id,
    ]);
    const seen = rows.filter(({ league }) => isStaff || canSeeStandings(actor, league));
    return accept({ rows: seen.map(presentTeamSeason), nextCursor });
  };
