/**
 * The standings of a season (F-3): find the season, load the records of its teams, rank them, leave out teams that this reader does not
 * see, present. The rank is among all teams, so everybody reads the same numbers.
 */
import type { Standings } from '@bball/contracts';
import { accept, type Result } from '../errors.ts';
import { canSeeEntry } from '../policies/leagues.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { betterRecord, ranked } from '../presenters/ranking.ts';
import { presentStanding } from '../presenters/season-standings.ts';
import type { TeamRecord } from '../repositories/finals.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { TeamInLeagues } from '../repositories/teams.ts';
import { seenSeason } from './seasons.ts';

type Deps = { readonly nouns: Pick<Nouns, 'leagues' | 'seasons' | 'teams' | 'finals'> };

export type TeamInSeason = { readonly team: TeamInLeagues; readonly record: TeamRecord };

export const getStandings =
  (deps: Deps) =>
  async (actor: RelatedActor, seasonId: string): Promise<Result<Standings, 'season-not-found'>> => {
    const seen = await seenSeason(deps, actor, seasonId);
    if (!seen.ok) return seen;
    const leagueId = seen.value.league.id;
    const inOrder = (await teamsInSeason(deps, seasonId)).toSorted(
      (a, b) => betterRecord(a.record, b.record) || byName(a.team, b.team),
    );
    const standings = ranked(inOrder, (a, b) => betterRecord(a.record, b.record) === 0)
      .filter(({ team }) => canSeeEntry(actor, { leagueId, visibility: team.visibility }))
      .map(presentStanding);
    return accept({ seasonId, standings });
  };

/** Teams that are entered, or played and left. */
export const teamsInSeason = async (
  { nouns }: { readonly nouns: Pick<Nouns, 'teams' | 'finals'> },
  seasonId: string,
): Promise<readonly TeamInSeason[]> => {
  const records = new Map((await nouns.finals.recordsOf(seasonId)).map((record) => [record.teamId, record]));
  const teams = await nouns.teams.ofIds([...records.keys()]);
  return teams.map((team) => ({ team, record: records.get(team.id)! }));
};

export const byName = (a: TeamInLeagues, b: TeamInLeagues): number =>
  textOrder(a.name, b.name) || textOrder(a.id, b.id);

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
