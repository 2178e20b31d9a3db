/** Who may see and change teams, their members and their rosters. Source: access.md §2. */
import {
  administersAny,
  isCoachOf,
  isHeadCoachOf,
  isMemberOfLeague,
  isRelatedTo,
  isSignedIn,
  isSupport,
  type RelatedActor,
  validAssignments,
} from './relations.ts';

export type TeamFacts = {
  readonly id: string;
  readonly visibility: 'public' | 'league' | 'team';
  /** The league that keeps it and those whose seasons it is entered in now. */
  readonly leagueIds: readonly string[];
};

type TeamScope = Omit<TeamFacts, 'visibility'>;

const scores = (actor: RelatedActor, teamId: string): boolean =>
  validAssignments(actor).some(({ homeTeamId, awayTeamId }) => homeTeamId === teamId || awayTeamId === teamId);

const seesLeagueTeam = (actor: RelatedActor, team: TeamFacts): boolean =>
  isRelatedTo(actor, team.id) || team.leagueIds.some((leagueId) => isMemberOfLeague(actor, leagueId));

/** The team itself and its roster. */
export const canSeeRoster = (actor: RelatedActor, team: TeamFacts): boolean =>
  team.visibility === 'public' ||
  isSupport(actor) ||
  administersAny(actor, team.leagueIds) ||
  scores(actor, team.id) ||
  (team.visibility === 'league' ? seesLeagueTeam(actor, team) : isRelatedTo(actor, team.id));

export const canCreateTeam = (actor: RelatedActor): boolean => actor.isGrown;

export const canEditTeam = (actor: RelatedActor, team: TeamScope): boolean =>
  isSupport(actor) || administersAny(actor, team.leagueIds) || isHeadCoachOf(actor, team.id);

export const canEditRoster = (actor: RelatedActor, team: TeamScope): boolean =>
  administersAny(actor, team.leagueIds) || isCoachOf(actor, team.id);

export const canAppointCoach = (actor: RelatedActor, team: TeamScope): boolean =>
  actor.isFresh && canEditTeam(actor, team);

/** Inviting, approving a join, and reading who belongs to the team. */
export const canInvite = (actor: RelatedActor, team: TeamScope): boolean =>
  administersAny(actor, team.leagueIds) || isCoachOf(actor, team.id);

/** Somebody else's membership; the own one everybody may end. */
export const canRemoveMember = (actor: RelatedActor, team: TeamScope): boolean => canEditTeam(actor, team);

export const canFollowTeam = (actor: RelatedActor, team: TeamFacts): boolean =>
  isSignedIn(actor) && canSeeRoster(actor, team);
