/** People who play, and what they or their guardians agreed to. Dates of birth and contacts are in person-private.ts. */
import type { AgeGroup } from '../policies/age-band.ts';
import type { ConsentRow, ConsentScope, ConsentState, PublicDisplay, TeamDisplay } from '../policies/redaction.ts';
import type { Rows } from './database.ts';
import type { Consent as ConsentRecord, Person as PersonRow } from './generated/client.ts';
import type { NewNoun } from './leagues.ts';

export type Person = {
  readonly id: string;
  readonly userId: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly publicDisplay: PublicDisplay;
  readonly teamDisplay: TeamDisplay;
  readonly isProtected: boolean;
  readonly createdBy: string | null;
};

/** A person with everything that decides who sees what of them, but the date of birth. */
export type PersonInTeams = Person & {
  readonly consents: readonly ConsentRow[];
  /** Every roster spot, also those that ended. */
  readonly stays: readonly {
    readonly teamId: string;
    readonly since: string;
    readonly until: string | null;
    readonly ageGroup: AgeGroup;
  }[];
  /** Leagues of the teams of the open spots. */
  readonly leagueIds: readonly string[];
};

export type NewConsent = ConsentRow & {
  readonly id: string;
  readonly personId: string;
  readonly givenBy: string | null;
  readonly noticeVersion: string;
};

export type NewGuardianship = {
  readonly id: string;
  readonly guardianUserId: string;
  readonly personId: string;
  readonly verifiedBy: string | null;
  readonly verifiedHow: string;
  readonly at: string;
};

export type Persons = ReturnType<typeof makePersons>;

export const makePersons = (rows: Rows) => ({
  find: async (id: string): Promise<PersonInTeams | null> => {
    const row = await rows.person.findUnique({
      where: { id },
      include: { consents: true, spots: { include: { team: { select: { ageGroup: true } } } } },
    });
    if (row === null) return null;
    const leagues = await rows.$queryRaw<{ league_id: string }[]>`
      select distinct l.league_id from roster_spots s join team_leagues l on l.team_id = s.team_id
      where s.person_id = ${id}::uuid and s.until is null`;
    return {
      ...personOf(row),
      consents: row.consents.map(consentOf),
      stays: row.spots.map(({ teamId, since, until, team }) => ({
        teamId,
        since: since.toISOString(),
        until: until?.toISOString() ?? null,
        ageGroup: team.ageGroup as AgeGroup,
      })),
      leagueIds: leagues.map((league) => league.league_id),
    };
  },

  findOwn: async (userId: string): Promise<Person | null> => {
    const row = await rows.person.findUnique({ where: { userId } });
    return row === null ? null : personOf(row);
  },

  /** false: the id is taken. */
  insert: async (person: Person, { at }: NewNoun): Promise<boolean> => {
    const { count } = await rows.person.createMany({
      data: [{ ...person, createdAt: at, updatedAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  change: async (
    id: string,
    changes: Partial<Omit<Person, 'id' | 'userId' | 'createdBy'>>,
    at: string,
  ): Promise<void> => {
    await rows.person.update({ where: { id }, data: { ...changes, updatedAt: at } });
  },

  /** The person is this user from now on. */
  claim: async (id: string, userId: string, at: string): Promise<void> => {
    await rows.person.update({ where: { id }, data: { userId, updatedAt: at } });
  },

  addConsent: async ({ id, personId, scope, state, givenBy, noticeVersion, at }: NewConsent): Promise<void> => {
    await rows.consent.create({ data: { id, personId, scope, state, givenBy, noticeVersion, at } });
  },

  addGuardianship: async ({ at, ...guardianship }: NewGuardianship): Promise<void> => {
    await rows.guardianship.create({ data: { ...guardianship, status: 'active', createdAt: at, updatedAt: at } });
  },
});

export const personOf = (row: PersonRow): Person => ({
  id: row.id,
  userId: row.userId,
  givenName: row.givenName,
  familyName: row.familyName,
  publicDisplay: row.publicDisplay as PublicDisplay,
  teamDisplay: row.teamDisplay as TeamDisplay,
  isProtected: row.isProtected,
  createdBy: row.createdBy,
});

export const consentOf = (row: ConsentRecord): ConsentRow => ({
  scope: row.scope as ConsentScope,
  state: row.state as ConsentState,
  at: row.at.toISOString(),
});
