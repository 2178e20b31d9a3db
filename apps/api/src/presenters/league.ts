/** Leagues and seasons as their readers get them. */
import type {
  League as LeagueShape,
  Season as SeasonShape,
  SeasonTeam as SeasonTeamShape,
  TeamSeason as TeamSeasonShape,
} from '@bball/contracts';
import type { League } from '../repositories/leagues.ts';
import type { Season, SeasonTeam, TeamSeason } from '../repositories/seasons.ts';
import { presentTeamRef } from './team.ts';

export const presentLeague = (league: League, rights: LeagueShape['rights']): LeagueShape => ({
  id: league.id,
  name: league.name,
  shortName: league.shortName,
  ageGroup: league.ageGroup,
  maxVisibility: league.maxVisibility,
  publishesVenues: league.publishesVenues,
  status: league.status,
  rights: { canEdit: rights.canEdit },
});

export const presentSeason = (season: Season): SeasonShape => ({
  id: season.id,
  leagueId: season.leagueId,
  name: season.name,
  startsOn: season.startsOn,
  endsOn: season.endsOn,
  ruleSet: season.ruleSet,
});

export const presentSeasonTeam = (entry: SeasonTeam): SeasonTeamShape => ({
  seasonId: entry.seasonId,
  teamId: entry.teamId,
  team: presentTeamRef(entry.team),
  status: entry.status,
});

export const presentTeamSeason = ({ season, league, status }: TeamSeason): TeamSeasonShape => ({
  season: presentSeason(season),
  leagueName: league.name,
  status,
});
