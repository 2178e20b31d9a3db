/** The relations that a user holds now, one row each, for the app. */
import type { Relation } from '@bball/contracts';
import type { Relations } from '../policies/relations.ts';

const relation = (kind: Relation['kind'], of: Partial<Omit<Relation, 'kind'>>): Relation => ({
  kind,
  leagueId: of.leagueId ?? null,
  teamId: of.teamId ?? null,
  gameId: of.gameId ?? null,
});

const isHeld = ({ until }: { readonly until: string | null }): boolean => until === null;

export const presentRelations = (relations: Relations): Relation[] => [
  ...relations.offices.filter(isHeld).map(({ leagueId }) => relation('league-admin', { leagueId })),
  ...relations.memberships.filter(isHeld).map(({ role, teamId }) => relation(role, { teamId })),
  ...relations.playsFor.map((teamId) => relation('player', { teamId })),
  ...[...new Set(relations.wards.flatMap(({ teamIds }) => teamIds))].map((teamId) => relation('guardian', { teamId })),
  ...relations.assignments.filter(isHeld).map(({ gameId, leagueId }) => relation('scorer', { gameId, leagueId })),
];
