/** Roster spots, with the people who hold them. */
import type { ConsentRow } from '../policies/redaction.ts';
import type { Rows } from './database.ts';
import { Prisma } from './generated/client.ts';
import type { Page } from './page.ts';
import { consentOf, type Person, personOf } from './persons.ts';

export type Spot = {
  readonly id: string;
  readonly teamId: string;
  readonly seasonId: string | null;
  readonly personId: string | null;
  readonly number: string;
  readonly position: string | null;
  readonly since: string;
  readonly until: string | null;
};

export type SpotWithPerson = Spot & {
  readonly person: (Person & { readonly consents: readonly ConsentRow[] }) | null;
};

export type RosterScope = { readonly seasonId: string | null; readonly onlyOpen: boolean };

export type Roster = ReturnType<typeof makeRoster>;

export const makeRoster = (rows: Rows) => ({
  find: async (id: string): Promise<Spot | null> => {
    const row = await rows.rosterSpot.findUnique({ where: { id } });
    return row === null ? null : spotOf(row);
  },

  findWithPerson: async (id: string): Promise<SpotWithPerson | null> => {
    const row = await rows.rosterSpot.findUnique({ where: { id }, include: withPerson });
    return row === null ? null : spotWithPersonOf(row);
  },

  /** false: the id is taken, or the person has an open spot in this team and season. */
  insert: async (spot: Spot): Promise<boolean> => {
    const { count } = await rows.rosterSpot.createMany({ data: [spot], skipDuplicates: true });
    return count === 1;
  },

  change: async (
    id: string,
    changes: Partial<Pick<Spot, 'number' | 'position' | 'personId' | 'until'>>,
  ): Promise<void> => {
    await rows.rosterSpot.update({ where: { id }, data: changes });
  },

  /** Has the person an open spot in this team and season already, other than `exceptId`. */
  hasOpenSpot: async (spot: Pick<Spot, 'teamId' | 'seasonId' | 'personId'>, exceptId: string): Promise<boolean> =>
    spot.personId !== null &&
    (await rows.rosterSpot.findFirst({
      where: {
        teamId: spot.teamId,
        seasonId: spot.seasonId,
        personId: spot.personId,
        until: null,
        id: { not: exceptId },
      },
      select: { id: true },
    })) !== null,

  /** By number (0 to 9 before 00 and 10), after [number, id]. */
  list: async (teamId: string, scope: RosterScope, { after, limit }: Page): Promise<readonly SpotWithPerson[]> => {
    const [number, id] = after ?? [];
    const found = await rows.$queryRaw<{ id: string }[]>(Prisma.sql`
      select id from roster_spots
      where team_id = ${teamId}::uuid
        and ${scope.seasonId === null ? Prisma.sql`true` : Prisma.sql`season_id = ${scope.seasonId}::uuid`}
        and ${scope.onlyOpen ? Prisma.sql`until is null` : Prisma.sql`true`}
        and ${
          number === undefined
            ? Prisma.sql`true`
            : Prisma.sql`(length(number), number, id) > (length(${number}), ${number}, ${id}::uuid)`
        }
      order by length(number), number, id limit ${limit}`);
    const order = new Map(found.map((row, at) => [row.id, at]));
    const spots = await rows.rosterSpot.findMany({ where: { id: { in: [...order.keys()] } }, include: withPerson });
    return spots.map(spotWithPersonOf).toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  },

  /** In no order. */
  ofIds: async (ids: readonly string[]): Promise<readonly SpotWithPerson[]> =>
    (await rows.rosterSpot.findMany({ where: { id: { in: [...ids] } }, include: withPerson })).map(spotWithPersonOf),

  /** The spots of these teams that were open at `moment` or later: whoever can have played a game of then. */
  ofTeams: async (teamIds: readonly string[], moment: string): Promise<readonly SpotWithPerson[]> => {
    const found = await rows.rosterSpot.findMany({
      where: { teamId: { in: [...teamIds] }, OR: [{ until: null }, { until: { gte: moment } }] },
      include: withPerson,
      orderBy: [{ id: 'asc' }],
    });
    return found.map(spotWithPersonOf);
  },
});

const withPerson = { person: { include: { consents: true } } } as const;

type SpotRow = Prisma.RosterSpotGetPayload<object>;
type SpotRowWithPerson = Prisma.RosterSpotGetPayload<{ include: typeof withPerson }>;

const spotOf = (row: SpotRow): Spot => ({
  id: row.id,
  teamId: row.teamId,
  seasonId: row.seasonId,
  personId: row.personId,
  number: row.number,
  position: row.position,
  since: row.since.toISOString(),
  until: row.until?.toISOString() ?? null,
});

const spotWithPersonOf = (row: SpotRowWithPerson): SpotWithPerson => ({
  ...spotOf(row),
  person: row.person === null ? null : { ...personOf(row.person), consents: row.person.consents.map(consentOf) },
});
