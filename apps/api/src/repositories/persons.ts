/** People who play, and what they or their guardians agreed to. Dates of birth and contacts are in person-private.ts. */
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

export type PersonWithConsents = Person & { readonly consents: readonly ConsentRow[] };

export type Stay = {
  readonly teamId: string;
  readonly since: string;
  readonly until: string | null;
  readonly ageGroup: string;
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
  find: async (id: string): Promise<PersonWithConsents | null> => {
    const row = await rows.person.findUnique({ where: { id }, include: { consents: true } });
    return row === null ? null : { ...personOf(row), consents: row.consents.map(consentOf) };
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

  /** Every roster spot of a person, with the age group of its team. */
  stays: async (personId: string): Promise<readonly Stay[]> => {
    const found = await rows.rosterSpot.findMany({
      where: { personId },
      select: { teamId: true, since: true, until: true, team: { select: { ageGroup: true } } },
    });
    return found.map(({ teamId, since, until, team }) => ({
      teamId,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
      ageGroup: team.ageGroup,
    }));
  },

  /** Leagues of the teams of the open spots. */
  leagueIdsOf: async (personId: string): Promise<readonly string[]> => {
    const found = await rows.$queryRaw<{ league_id: string }[]>`
      select distinct l.league_id from roster_spots s join team_leagues l on l.team_id = s.team_id
      where s.person_id = ${personId}::uuid and s.until is null`;
    return found.map((row) => row.league_id);
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
