/** One person, for those who may know the name. */
import type { Person as PersonShape } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { judgePerson } from '../policies/person-facts.ts';
import {
  canEditPrivate,
  canNarrowDisplay,
  canRenamePerson,
  canSeeBirthDate,
  canSeeMinorName,
  canWidenDisplay,
} from '../policies/persons.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentPerson } from '../presenters/person.ts';
import type { Nouns } from '../repositories/nouns.ts';

type Deps = { readonly nouns: Pick<Nouns, 'persons' | 'personPrivate'>; readonly now: () => string };

/** The full name is for those to whom the person is fully named; rosters and cards serve everybody else. */
export const getPerson =
  ({ nouns: { persons, personPrivate }, now }: Deps) =>
  async (actor: RelatedActor, id: string): Promise<Result<PersonShape, 'person-not-found'>> => {
    const person = await persons.find(id);
    if (person === null) return reject('person-not-found');
    const bornOn = await personPrivate.bornOn(id);
    const { facts, isMinor } = judgePerson(person, bornOn, now());
    const insider = canSeeMinorName(actor, { ...facts, shown: { public: false, team: facts.shown.team } });
    const isFullyPublic = facts.shown.public && person.publicDisplay === 'full' && !person.isProtected;
    if (!insider && !isFullyPublic) return reject('person-not-found');
    return accept(
      presentPerson(person, {
        isMinor,
        bornOn: canSeeBirthDate(actor, facts) ? bornOn : null,
        rights: {
          canRename: canRenamePerson(actor, facts),
          canEditPrivate: canEditPrivate({ ...actor, isFresh: true }, facts),
          canWidenDisplay: canWidenDisplay({ ...actor, isFresh: true }, facts),
          canNarrowDisplay: canNarrowDisplay(actor, facts),
        },
      }),
    );
  };
