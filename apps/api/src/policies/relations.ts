/**
 * An actor with every relation that decides what they may see and do. Loaded per request (cached ≤ 5 s), never kept in a token.
 * Invariants: a plain value; memberships and assignments that ended stay listed with their `until`, since the past decides two things:
 * whose names a coach may still see, and whose plays are held rather than refused.
 * Source: access.md §1, §2.
 */
import type { Actor } from './actor.ts';

export type TeamRole = 'head-coach' | 'assistant-coach' | 'follower';
export type Covers = 'home' | 'away' | 'both';

export type Membership = {
  readonly teamId: string;
  readonly role: TeamRole;
  readonly since: string;
  /** null: holds now. */
  readonly until: string | null;
};

export type LeagueOffice = { readonly leagueId: string; readonly until: string | null };

/** A scorer's assignment to one game; the teams and the league stand here so that rosters and cards can be judged by it. */
export type Assignment = {
  readonly gameId: string;
  /** null: that side has not agreed to the game, so an assignment to it says nothing about its people. */
  readonly homeTeamId: string | null;
  readonly awayTeamId: string | null;
  readonly leagueId: string | null;
  readonly covers: Covers;
  readonly until: string | null;
};

export type Ward = { readonly personId: string; readonly teamIds: readonly string[] };

/** What the database knows of one user, whoever asks for it and however they signed in. */
export type Relations = {
  readonly offices: readonly LeagueOffice[];
  readonly memberships: readonly Membership[];
  readonly ownPersonId: string | null;
  /** Teams in which the own person has an open roster spot. */
  readonly playsFor: readonly string[];
  /** Minors whose active guardian this is, with the teams of their open spots. */
  readonly wards: readonly Ward[];
  readonly assignments: readonly Assignment[];
  /** Leagues in which a team is entered to which the user has any relation. */
  readonly memberOfLeagues: readonly string[];
};

/** The session of a scorer link: no account, one game. */
export type LinkSession = Omit<Assignment, 'until'> & { readonly linkId: string; readonly isValid: boolean };

export type RelatedActor = Relations & {
  /** null: nobody signed in (anonymous, or a link). */
  readonly userId: string | null;
  readonly isAdmin: boolean;
  /** An adult. */
  readonly isGrown: boolean;
  /** Authenticated in the last 10 minutes. */
  readonly isFresh: boolean;
  /** An admin's support reason; null: none given. */
  readonly reason: string | null;
  readonly link: LinkSession | null;
  /** The game of a valid share link that came along. */
  readonly sharedGameId: string | null;
};

export const noRelations: Relations = Object.freeze({
  offices: [],
  memberships: [],
  ownPersonId: null,
  playsFor: [],
  wards: [],
  assignments: [],
  memberOfLeagues: [],
});

export const anonymous: RelatedActor = Object.freeze({
  ...noRelations,
  userId: null,
  isAdmin: false,
  isGrown: false,
  isFresh: false,
  reason: null,
  link: null,
  sharedGameId: null,
});

/** Joins who signed in with what they are related to. Links and support reasons have no door yet. */
export const relate = (actor: Actor, relations: Relations): RelatedActor =>
  actor.kind === 'user'
    ? {
        ...anonymous,
        ...relations,
        userId: actor.userId,
        isAdmin: actor.platformRole === 'admin',
        isGrown: actor.isGrown,
        isFresh: actor.isFresh,
      }
    : anonymous;

export const isSignedIn = (actor: RelatedActor): boolean => actor.userId !== null;

export const isSupport = (actor: RelatedActor): boolean => actor.isAdmin && actor.reason !== null;

const holds = (actor: RelatedActor, teamId: string, role: TeamRole): boolean =>
  actor.memberships.some((held) => held.until === null && held.teamId === teamId && held.role === role);

export const isHeadCoachOf = (actor: RelatedActor, teamId: string): boolean => holds(actor, teamId, 'head-coach');

export const isCoachOf = (actor: RelatedActor, teamId: string): boolean =>
  isHeadCoachOf(actor, teamId) || holds(actor, teamId, 'assistant-coach');

export const isFollowerOf = (actor: RelatedActor, teamId: string): boolean => holds(actor, teamId, 'follower');

/** A player of the team or a player's guardian: the `team` audience. */
export const isFamilyOf = (actor: RelatedActor, teamId: string): boolean =>
  actor.playsFor.includes(teamId) || actor.wards.some((ward) => ward.teamIds.includes(teamId));

/** The person is the actor, or a child whose guardian the actor is. */
export const isOwnOrWard = (actor: RelatedActor, personId: string): boolean =>
  actor.ownPersonId === personId || actor.wards.some((ward) => ward.personId === personId);

export const isRelatedTo = (actor: RelatedActor, teamId: string): boolean =>
  isCoachOf(actor, teamId) || isFamilyOf(actor, teamId) || isFollowerOf(actor, teamId);

export const administers = (actor: RelatedActor, leagueId: string | null): boolean =>
  leagueId !== null && actor.offices.some((office) => office.until === null && office.leagueId === leagueId);

export const administersAny = (actor: RelatedActor, leagueIds: readonly string[]): boolean =>
  leagueIds.some((leagueId) => administers(actor, leagueId));

export const isMemberOfLeague = (actor: RelatedActor, leagueId: string): boolean =>
  actor.memberOfLeagues.includes(leagueId);

/** Assignments that stand, and the link's own as one more. */
export const validAssignments = (actor: RelatedActor): readonly Omit<Assignment, 'until'>[] => [
  ...actor.assignments.filter((assignment) => assignment.until === null),
  ...(actor.link?.isValid ? [actor.link] : []),
];
