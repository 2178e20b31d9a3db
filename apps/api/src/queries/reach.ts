/**
 * What an actor's relations reach, as ids for a list's query. Lists fetch by these and by what is public; the policies then judge each row,
 * so a reach may be too wide but never decides.
 */
import { type RelatedActor, validAssignments } from '../policies/relations.ts';

export const administeredLeaguesOf = (actor: RelatedActor): readonly string[] =>
  actor.offices.filter(({ until }) => until === null).map(({ leagueId }) => leagueId);

export const leaguesOf = (actor: RelatedActor): readonly string[] => [
  ...new Set([
    ...administeredLeaguesOf(actor),
    ...actor.memberOfLeagues,
    ...validAssignments(actor).flatMap(({ leagueId }) => (leagueId === null ? [] : [leagueId])),
  ]),
];

/** Teams one coaches, follows, plays for or guards a player of. */
export const ownTeamsOf = (actor: RelatedActor): readonly string[] => [
  ...new Set([
    ...actor.memberships.filter(({ until }) => until === null).map(({ teamId }) => teamId),
    ...actor.playsFor,
    ...actor.wards.flatMap(({ teamIds }) => teamIds),
  ]),
];

export const scoredGamesOf = (actor: RelatedActor): readonly string[] =>
  validAssignments(actor).map(({ gameId }) => gameId);

export const scoredTeamsOf = (actor: RelatedActor): readonly string[] =>
  validAssignments(actor).flatMap(({ homeTeamId, awayTeamId }) =>
    [homeTeamId, awayTeamId].filter((teamId) => teamId !== null),
  );
