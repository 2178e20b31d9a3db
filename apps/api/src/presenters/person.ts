/** A person for somebody who may know the name. */
import type { Person as PersonShape } from '@bball/contracts';
import type { Person } from '../repositories/persons.ts';

type Shown = Pick<PersonShape, 'bornOn' | 'isMinor' | 'rights'>;

export const presentPerson = (person: Person, { bornOn, isMinor, rights }: Shown): PersonShape => ({
  id: person.id,
  givenName: person.givenName,
  familyName: person.familyName,
  publicDisplay: person.publicDisplay,
  teamDisplay: person.teamDisplay,
  isProtected: person.isProtected,
  isMinor,
  bornOn,
  rights: {
    canRename: rights.canRename,
    canEditPrivate: rights.canEditPrivate,
    canWidenDisplay: rights.canWidenDisplay,
    canNarrowDisplay: rights.canNarrowDisplay,
  },
});
