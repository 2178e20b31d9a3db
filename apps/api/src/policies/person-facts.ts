/** What the policies ask of one person, out of what is stored of them. Pure. */
import { type AgeGroup, ageBand, countsAsMinor } from './age-band.ts';
import type { PersonFacts, Stay } from './persons.ts';
import { type ConsentRow, displayFor, type PersonToShow, standingConsents } from './redaction.ts';

export type StoredFacts = Omit<PersonToShow, 'isMinor' | 'consents'> &
  Pick<PersonFacts, 'id' | 'userId' | 'createdBy' | 'leagueIds'> & {
    readonly consents: readonly ConsentRow[];
    readonly stays: readonly (Stay & { readonly ageGroup: AgeGroup })[];
  };

export type JudgedPerson = { readonly isMinor: boolean; readonly facts: PersonFacts };

export const judgePerson = (person: StoredFacts, bornOn: string | null, at: string): JudgedPerson => {
  const isMinor = isMinorIn(
    bornOn,
    at,
    person.stays.filter(({ until }) => until === null).map(({ ageGroup }) => ageGroup),
  );
  const toShow: PersonToShow = { ...person, isMinor, consents: standingConsents(person.consents, Date.parse(at)) };
  const isNamed = (audience: 'public' | 'team'): boolean => ['short', 'full'].includes(displayFor(audience, toShow));
  return {
    isMinor,
    facts: {
      id: person.id,
      userId: person.userId,
      createdBy: person.createdBy,
      spots: person.stays,
      leagueIds: person.leagueIds,
      shown: { public: isNamed('public'), team: isNamed('team') },
    },
  };
};

/** An unknown age counts as adult only where every team is one of adults. */
const isMinorIn = (bornOn: string | null, at: string, ageGroups: readonly AgeGroup[]): boolean => {
  const band = ageBand(bornOn, null, at.slice(0, 10));
  return ageGroups.length === 0 ? band !== 'adult' : ageGroups.some((ageGroup) => countsAsMinor(band, ageGroup));
};
