/** Who may see and change leagues, their seasons and which teams play in them. Source: access.md §2. */
import {
  administers,
  isHeadCoachOf,
  isMemberOfLeague,
  isSupport,
  type RelatedActor,
  validAssignments,
} from './relations.ts';

export type LeagueFacts = {
  readonly id: string;
  readonly maxVisibility: 'public' | 'league' | 'team';
};

/** A team asking for, or asked to, a place in a season of this league. */
export type EntryFacts = {
  readonly leagueId: string;
  readonly teamId: string;
  /** The league asked the team and it has not answered yet. */
  readonly isInvited: boolean;
};

export const canCreateLeague = (actor: RelatedActor): boolean => actor.isGrown;

export const canEditLeague = (actor: RelatedActor, league: Pick<LeagueFacts, 'id'>): boolean =>
  isSupport(actor) || administers(actor, league.id);

export const canEnterTeam = (actor: RelatedActor, entry: EntryFacts): boolean =>
  administers(actor, entry.leagueId) || (entry.isInvited && isHeadCoachOf(actor, entry.teamId));

/** The league with its seasons and standings. What a league caps at `team` or `league` is for those who belong to it. */
export const canSeeStandings = (actor: RelatedActor, league: LeagueFacts): boolean =>
  league.maxVisibility === 'public' ||
  isSupport(actor) ||
  administers(actor, league.id) ||
  isMemberOfLeague(actor, league.id) ||
  validAssignments(actor).some((assignment) => assignment.leagueId === league.id);

/** That a team plays in a season: a public team's place everybody sees who sees the league; any other team's, those of the league. */
export const canSeeEntry = (
  actor: RelatedActor,
  entry: { readonly leagueId: string; readonly visibility: 'public' | 'league' | 'team' },
): boolean =>
  entry.visibility === 'public' || administers(actor, entry.leagueId) || isMemberOfLeague(actor, entry.leagueId);
