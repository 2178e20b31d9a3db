/** Leagues and who administers them. */
import type { AgeGroup } from '../policies/age-band.ts';
import type { Rows } from './database.ts';
import type { League as LeagueRow } from './generated/client.ts';
import type { Page } from './page.ts';

export type League = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly ageGroup: AgeGroup;
  readonly maxVisibility: 'public' | 'league' | 'team';
  readonly publishesVenues: boolean;
  readonly status: 'active' | 'closing' | 'closed';
};

export type NewNoun = { readonly createdBy: string | null; readonly at: string };

/** `relatedIds`: leagues that are shown although they are not public. */
export type LeagueScope = { readonly relatedIds: readonly string[] };

export type Narrowing = {
  readonly allowed: League['maxVisibility'];
  readonly wider: readonly string[];
  readonly at: string;
};

export type Leagues = ReturnType<typeof makeLeagues>;

export const makeLeagues = (rows: Rows) => ({
  find: async (id: string): Promise<League | null> => {
    const row = await rows.league.findUnique({ where: { id } });
    return row === null ? null : leagueOf(row);
  },

  /** false: the id is taken. */
  insert: async (league: League, { createdBy, at }: NewNoun): Promise<boolean> => {
    const { count } = await rows.league.createMany({
      data: [{ ...league, createdBy, createdAt: at, updatedAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  change: async (id: string, changes: Partial<Omit<League, 'id'>>, at: string): Promise<League> =>
    leagueOf(await rows.league.update({ where: { id }, data: { ...changes, updatedAt: at } })),

  /** Narrows the league's teams and games that are seen more widely than it allows now. */
  narrow: async (id: string, { allowed, wider, at }: Narrowing): Promise<void> => {
    await rows.team.updateMany({
      where: { leagueId: id, visibility: { in: [...wider] } },
      data: { visibility: allowed, updatedAt: at },
    });
    await rows.game.updateMany({
      where: { season: { leagueId: id }, visibility: { in: [...wider] } },
      data: { visibility: allowed, updatedAt: at },
    });
  },

  addAdmin: async (leagueId: string, userId: string, since: string): Promise<void> => {
    await rows.leagueAdmin.create({ data: { leagueId, userId, since } });
  },

  /** By name, after [name, id]. */
  list: async ({ relatedIds }: LeagueScope, { after, limit }: Page): Promise<readonly League[]> => {
    const [name, id] = after ?? [];
    const found = await rows.league.findMany({
      where: {
        AND: [
          { OR: [{ maxVisibility: 'public' }, { id: { in: [...relatedIds] } }] },
          name === undefined || id === undefined ? {} : { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] },
        ],
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return found.map(leagueOf);
  },
});

const leagueOf = (row: LeagueRow): League => ({
  id: row.id,
  name: row.name,
  shortName: row.shortName,
  ageGroup: row.ageGroup as AgeGroup,
  maxVisibility: row.maxVisibility as League['maxVisibility'],
  publishesVenues: row.publishesVenues,
  status: row.status as League['status'],
});
