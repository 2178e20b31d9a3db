/**
 * Who may see and change people who play. Names in lists and cards go by audience (audience.ts, redaction.ts); these are the same rights
 * asked about one person.
 * Source: access.md §2.
 */
import {
  administersAny,
  isCoachOf,
  isFamilyOf,
  isHeadCoachOf,
  isSupport,
  type Membership,
  type RelatedActor,
} from './relations.ts';

export type Stay = { readonly teamId: string; readonly since: string; readonly until: string | null };

export type PersonFacts = {
  readonly id: string;
  readonly userId: string | null;
  /** Who added the person; counts only until the person has a roster spot. */
  readonly createdBy: string | null;
  /** Every roster spot, also those that ended. */
  readonly spots: readonly Stay[];
  /** Leagues of the teams of the open spots. */
  readonly leagueIds: readonly string[];
  /** Do display and consents allow the name for these audiences. */
  readonly shown: { readonly public: boolean; readonly team: boolean };
};

/** Where a new person is to belong: a team, or to the actor alone. */
export type NewPersonFacts = { readonly team: { readonly id: string; readonly leagueIds: readonly string[] } | null };

const isOpen = (spot: Stay): boolean => spot.until === null;
const openTeams = (person: PersonFacts): readonly string[] => person.spots.filter(isOpen).map(({ teamId }) => teamId);

const isOwn = (actor: RelatedActor, person: PersonFacts): boolean =>
  actor.userId !== null && (person.userId === actor.userId || person.id === actor.ownPersonId);

/** Just added by the actor and in no team yet. */
const isNewBy = (actor: RelatedActor, person: PersonFacts): boolean =>
  actor.userId !== null && person.spots.length === 0 && person.createdBy === actor.userId;

const isWard = (actor: RelatedActor, person: PersonFacts): boolean =>
  actor.wards.some(({ personId }) => personId === person.id);

const isUnclaimed = (person: PersonFacts): boolean => person.userId === null;

const inTeam = (
  actor: RelatedActor,
  person: PersonFacts,
  holds: (actor: RelatedActor, teamId: string) => boolean,
): boolean => openTeams(person).some((teamId) => holds(actor, teamId));

const overlaps = (held: Membership, stay: Stay): boolean =>
  (held.until === null || stay.since < held.until) && (stay.until === null || held.since < stay.until);

/** The person had a spot in the team while the actor coached it. */
const hadInTeam = (actor: RelatedActor, person: PersonFacts): boolean =>
  actor.memberships.some(
    (held) =>
      held.role !== 'follower' && person.spots.some((stay) => stay.teamId === held.teamId && overlaps(held, stay)),
  );

const scoresFor = (actor: RelatedActor, person: PersonFacts): boolean =>
  actor.assignments.some(
    ({ until, covers, homeTeamId, awayTeamId }) =>
      until === null &&
      openTeams(person).some(
        (teamId) => (covers !== 'away' && teamId === homeTeamId) || (covers !== 'home' && teamId === awayTeamId),
      ),
  );

export const canCreatePerson = (actor: RelatedActor, { team }: NewPersonFacts): boolean =>
  team === null
    ? actor.userId !== null && (actor.isGrown || actor.wards.length > 0)
    : administersAny(actor, team.leagueIds) || isCoachOf(actor, team.id);

export const canSeeMinorName = (actor: RelatedActor, person: PersonFacts): boolean =>
  isSupport(actor) ||
  administersAny(actor, person.leagueIds) ||
  inTeam(actor, person, isCoachOf) ||
  hadInTeam(actor, person) ||
  scoresFor(actor, person) ||
  isNewBy(actor, person) ||
  isOwn(actor, person) ||
  isWard(actor, person) ||
  (inTeam(actor, person, isFamilyOf) && person.shown.team) ||
  person.shown.public;

export const canSeeContact = (actor: RelatedActor, person: PersonFacts): boolean =>
  isSupport(actor) || inTeam(actor, person, isHeadCoachOf) || isOwn(actor, person) || isWard(actor, person);

export const canSeeBirthDate = (actor: RelatedActor, person: PersonFacts): boolean =>
  isSupport(actor) || isOwn(actor, person) || isWard(actor, person);

export const canRenamePerson = (actor: RelatedActor, person: PersonFacts): boolean =>
  isSupport(actor) ||
  (isUnclaimed(person) && (administersAny(actor, person.leagueIds) || inTeam(actor, person, isHeadCoachOf))) ||
  isNewBy(actor, person) ||
  isOwn(actor, person) ||
  isWard(actor, person);

export const canEditPrivate = (actor: RelatedActor, person: PersonFacts): boolean =>
  (isUnclaimed(person) && (inTeam(actor, person, isHeadCoachOf) || isNewBy(actor, person))) ||
  (isOwn(actor, person) && actor.isFresh) ||
  isWard(actor, person);

export const canWidenDisplay = (actor: RelatedActor, person: PersonFacts): boolean =>
  (isOwn(actor, person) && actor.isGrown) || (isWard(actor, person) && actor.isFresh);

export const canNarrowDisplay = (actor: RelatedActor, person: PersonFacts): boolean =>
  isSupport(actor) ||
  administersAny(actor, person.leagueIds) ||
  inTeam(actor, person, isHeadCoachOf) ||
  isOwn(actor, person) ||
  isWard(actor, person);

/** Taking an existing person onto another team's roster. */
export const canAcceptTransfer = (actor: RelatedActor, person: PersonFacts): boolean =>
  (isUnclaimed(person) && administersAny(actor, person.leagueIds)) ||
  (isOwn(actor, person) && actor.isGrown) ||
  isWard(actor, person);
