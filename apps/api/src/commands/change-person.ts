/**
 * Changes a person: the name, how others see it, the date of birth. Each part needs a right of its own.
 * Invariant: what others see of a minor gets wider only by a guardian.
 */
import { accept, type Result, reject } from '../errors.ts';
import type { Action } from '../policies/actions.ts';
import { type JudgedPerson, judgePerson } from '../policies/person-facts.ts';
import {
  canEditPrivate,
  canNarrowDisplay,
  canRenamePerson,
  canSeeMinorName,
  canWidenDisplay,
} from '../policies/persons.ts';
import { isWiderDisplay, type PublicDisplay, type TeamDisplay } from '../policies/redaction.ts';
import type { RelatedActor } from '../policies/relations.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Person } from '../repositories/persons.ts';
import { type Asker, done, refused } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together' | 'audit'>; readonly now: () => string };
type Refusal = 'person-not-found' | 'not-permitted' | 'guardian-decides' | 'sign-in-again';

export type PersonChanges = {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly publicDisplay?: PublicDisplay;
  readonly teamDisplay?: TeamDisplay;
  readonly isProtected?: boolean;
  readonly bornOn?: string | null;
};

export const changePerson =
  ({ nouns, now }: Deps) =>
  async (asker: Asker, id: string, wanted: PersonChanges): Promise<Result<null, Refusal>> => {
    const at = now();
    const result = await nouns.together(async (rows): Promise<Result<null, Refusal>> => {
      const person = await rows.persons.find(id);
      if (person === null) return reject('person-not-found');
      const judged = judgePerson(person, await rows.personPrivate.bornOn(id), at);
      if (!canSeeMinorName(asker.actor, judged.facts)) return reject('person-not-found');
      const staysMinor = judgePerson(person, wanted.bornOn ?? null, at).isMinor;
      const growsUp = wanted.bornOn !== undefined && judged.isMinor && !staysMinor;
      const refusal = refusalOf(asker.actor, { person, growsUp, ...judged }, wanted);
      if (refusal !== null) return reject(refusal);
      const { bornOn, ...visible } = wanted;
      if (Object.keys(visible).length > 0) await rows.persons.change(id, visible, at);
      if (bornOn !== undefined) await rows.personPrivate.setBornOn(id, bornOn);
      await rows.audit.write(
        done(asker, at, actionOf(wanted), {
          subjectId: id,
          changedFields: Object.keys(wanted),
        }),
      );
      return accept(null);
    });
    if (!result.ok) {
      await nouns.audit.write(refused(asker, at, actionOf(wanted), { subjectId: id, reason: result.code }));
    }
    return result;
  };

const actionOf = ({ bornOn, publicDisplay, teamDisplay, isProtected }: PersonChanges): Action => {
  if (bornOn !== undefined) return 'canEditPrivate';
  const isDisplay = publicDisplay !== undefined || teamDisplay !== undefined || isProtected !== undefined;
  return isDisplay ? 'canNarrowDisplay' : 'canRenamePerson';
};

/** `growsUp`: by the new date of birth a minor would be none. */
type Known = JudgedPerson & { readonly person: Person; readonly growsUp: boolean };

const refusalOf = (
  actor: RelatedActor,
  { person, growsUp, isMinor, facts }: Known,
  wanted: PersonChanges,
): Refusal | null => {
  const renames = wanted.givenName !== undefined || wanted.familyName !== undefined;
  if (renames && !canRenamePerson(actor, facts)) return 'not-permitted';
  if (wanted.bornOn !== undefined && !canEditPrivate(actor, facts)) {
    return canEditPrivate({ ...actor, isFresh: true }, facts) ? 'sign-in-again' : 'not-permitted';
  }
  const widens =
    growsUp ||
    isWiderDisplay(wanted.publicDisplay ?? 'number', person.publicDisplay) ||
    isWiderDisplay(wanted.teamDisplay ?? 'number', person.teamDisplay) ||
    (person.isProtected && wanted.isProtected === false);
  if (widens && !canWidenDisplay(actor, facts)) {
    if (canWidenDisplay({ ...actor, isFresh: true }, facts)) return 'sign-in-again';
    return isMinor ? 'guardian-decides' : 'not-permitted';
  }
  const narrows = wanted.publicDisplay !== undefined || wanted.teamDisplay !== undefined || wanted.isProtected === true;
  return narrows && !widens && !canNarrowDisplay(actor, facts) ? 'not-permitted' : null;
};
