/**
 * Writes down what a guardian agreed to or took back. Taking back narrows the display that stands too, so that no birthday can widen it
 * again later; the card changes in the same transaction.
 */
import { accept, type Result, reject } from '../errors.ts';
import { judgePerson } from '../policies/person-facts.ts';
import { canNarrowDisplay, canSeeMinorName, canWidenDisplay } from '../policies/persons.ts';
import type { ConsentScope, ConsentState } from '../policies/redaction.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'person-not-found' | 'not-permitted';

export type NewConsent = {
  readonly id: string;
  readonly personId: string;
  readonly scope: ConsentScope;
  readonly state: ConsentState;
  readonly noticeVersion: string;
};

export const recordConsent =
  ({ nouns, now }: Deps) =>
  (asker: Asker, wanted: NewConsent): Promise<Result<null, Refusal>> =>
    nouns.together(async (rows) => {
      const at = now();
      const person = await rows.persons.find(wanted.personId);
      if (person === null) return reject('person-not-found');
      const { facts, isMinor } = judgePerson(person, await rows.personPrivate.bornOn(person.id), at);
      if (!canSeeMinorName(asker.actor, facts)) return reject('person-not-found');
      const may = wanted.state === 'given' ? canWidenDisplay : canNarrowDisplay;
      if (!may(asker.actor, facts)) return reject('not-permitted');
      await rows.persons.addConsent({ ...wanted, givenBy: asker.actor.userId, at });
      if (wanted.scope === 'public-name' && wanted.state !== 'given' && isMinor) {
        const isNumber = person.publicDisplay === 'number';
        await rows.persons.change(wanted.personId, { publicDisplay: isNumber ? 'number' : 'initials' }, at);
      }
      await rows.audit.write(
        done(asker, at, wanted.state === 'given' ? 'canWidenDisplay' : 'canNarrowDisplay', {
          subjectId: wanted.personId,
          after: { scope: wanted.scope, state: wanted.state },
        }),
      );
      return accept(null);
    });
