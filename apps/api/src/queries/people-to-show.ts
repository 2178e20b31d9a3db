/** People of roster spots, made ready for redaction: who counts as a minor in that team, and which consents stand now. */
import { type AgeGroup, ageBand, countsAsMinor } from '../policies/age-band.ts';
import type { Audience } from '../policies/audience.ts';
import { displayNameFor, type PersonToShow, showsPersonId, standingConsents } from '../policies/redaction.ts';
import { isOwnOrWard, type RelatedActor } from '../policies/relations.ts';
import type { ShownPerson } from '../presenters/team.ts';
import type { PersonPrivate } from '../repositories/person-private.ts';
import type { SpotWithPerson } from '../repositories/roster.ts';

type Deps = { readonly nouns: { readonly personPrivate: Pick<PersonPrivate, 'bornOnOf'> }; readonly now: () => string };

/** `audience` is the reader's for the team of the spot. */
export type Redact = (spot: SpotWithPerson, audience: Audience, ageGroup: AgeGroup) => ShownPerson;

/** Loads what redaction needs to know of these people, and returns the redaction. */
export const redactionOf = async (
  { nouns, now }: Deps,
  actor: RelatedActor,
  spots: readonly SpotWithPerson[],
): Promise<Redact> => {
  const personIds = spots.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const bornOn = await nouns.personPrivate.bornOnOf(personIds);
  const at = now();
  return ({ person, number }, audience, ageGroup) => {
    if (person === null) return { displayName: displayNameFor(audience, null, number), personId: null };
    const band = ageBand(bornOn.get(person.id) ?? null, null, at.slice(0, 10));
    const toShow: PersonToShow = {
      ...person,
      isMinor: countsAsMinor(band, ageGroup),
      consents: standingConsents(person.consents, Date.parse(at)),
    };
    // Oneself and one's own child everybody sees in full, whatever the others do.
    const mine = isOwnOrWard(actor, person.id) ? 'staff' : audience;
    return {
      displayName: displayNameFor(mine, toShow, number),
      personId: showsPersonId(mine, toShow) ? person.id : null,
    };
  };
};
