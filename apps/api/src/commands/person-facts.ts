/** What the policies ask of one person, put together from where it lies. */
import { type AgeGroup, ageBand, countsAsMinor } from '../policies/age-band.ts';
import type { PersonFacts } from '../policies/persons.ts';
import { displayFor, type PersonToShow, standingConsents } from '../policies/redaction.ts';
import type { NounRows } from '../repositories/nouns.ts';
import type { PersonWithConsents } from '../repositories/persons.ts';

type Rows = Pick<NounRows, 'persons' | 'personPrivate'>;

export type KnownPerson = {
  readonly person: PersonWithConsents;
  readonly bornOn: string | null;
  readonly isMinor: boolean;
  readonly facts: PersonFacts;
};

export const findPerson = async (rows: Rows, id: string, at: string): Promise<KnownPerson | null> => {
  const person = await rows.persons.find(id);
  if (person === null) return null;
  const [bornOn, stays, leagueIds] = await Promise.all([
    rows.personPrivate.bornOn(id),
    rows.persons.stays(id),
    rows.persons.leagueIdsOf(id),
  ]);
  const isMinor = isMinorIn(
    bornOn,
    at,
    stays.filter(({ until }) => until === null).map(({ ageGroup }) => ageGroup as AgeGroup),
  );
  const toShow: PersonToShow = { ...person, isMinor, consents: standingConsents(person.consents, Date.parse(at)) };
  const facts: PersonFacts = {
    id,
    userId: person.userId,
    createdBy: person.createdBy,
    spots: stays,
    leagueIds,
    shown: {
      public: isNamed(displayFor('public', toShow)),
      team: isNamed(displayFor('team', toShow)),
    },
  };
  return { person, bornOn, isMinor, facts };
};

/** An unknown age counts as adult only where every team is one of adults. */
const isMinorIn = (bornOn: string | null, at: string, ageGroups: readonly AgeGroup[]): boolean => {
  const band = ageBand(bornOn, null, at.slice(0, 10));
  return ageGroups.length === 0 ? band !== 'adult' : ageGroups.some((ageGroup) => countsAsMinor(band, ageGroup));
};

const isNamed = (display: ReturnType<typeof displayFor>): boolean => display === 'full' || display === 'short';
