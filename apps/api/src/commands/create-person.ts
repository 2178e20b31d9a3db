/**
 * Adds somebody who plays: for a team by its staff or league, or the asker's own person. How others see a new person starts narrow for
 * everybody who counts as a minor there. The same person again changes nothing.
 */
import { accept, type Result, reject } from '../errors.ts';
import { ageBand, countsAsMinor } from '../policies/age-band.ts';
import { canCreatePerson } from '../policies/persons.ts';
import { canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Person } from '../repositories/persons.ts';
import { type Asker, done } from './asker.ts';
import { type Created, isSame } from './created.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'team-not-found' | 'not-permitted' | 'shell-has-no-people' | 'own-person-exists' | 'id-taken';

export type NewPerson = Pick<Person, 'id' | 'givenName' | 'familyName'> & {
  readonly bornOn: string | null;
  /** null: the asker's own person. */
  readonly teamId: string | null;
};

export const createPerson =
  ({ nouns, now }: Deps) =>
  (asker: Asker, wanted: NewPerson): Promise<Result<Created, Refusal>> =>
    nouns.together(async ({ teams, persons, personPrivate, audit, changes }) => {
      const { actor } = asker;
      const team = wanted.teamId === null ? null : await teams.find(wanted.teamId);
      if (wanted.teamId !== null && (team === null || !canSeeRoster(actor, team))) return reject('team-not-found');
      if (!canCreatePerson(actor, { team })) return reject('not-permitted');
      if (team?.isShell === true) return reject('shell-has-no-people');
      const at = now();
      const band = ageBand(wanted.bornOn, null, at.slice(0, 10));
      const isMinor = team === null ? band !== 'adult' && !actor.isGrown : countsAsMinor(band, team.ageGroup);
      const person: Person = {
        id: wanted.id,
        userId: team === null ? actor.userId : null,
        givenName: wanted.givenName,
        familyName: wanted.familyName,
        publicDisplay: isMinor ? 'initials' : 'full',
        teamDisplay: isMinor ? 'initials' : 'full',
        isProtected: false,
        createdBy: actor.userId,
      };
      const repeated = async (): Promise<Result<Created, 'id-taken'> | null> => {
        const standing = await persons.find(person.id);
        if (standing === null) return null;
        const isSameAge = (await personPrivate.bornOn(person.id)) === wanted.bornOn;
        return isSameAge && isSame(person, standing) ? accept({ isNew: false }) : reject('id-taken');
      };
      const before = await repeated();
      if (before !== null) return before;
      if (person.userId !== null && (await persons.findOwn(person.userId)) !== null) return reject('own-person-exists');
      if (!(await persons.insert(person, { createdBy: actor.userId, at }))) {
        return (await repeated()) ?? reject('own-person-exists');
      }
      if (wanted.bornOn !== null) await personPrivate.setBornOn(person.id, wanted.bornOn);
      if (person.userId !== null) await changes.note('user', [person.userId]);
      await audit.write(done(asker, at, 'canCreatePerson', { subjectId: person.id, teamId: wanted.teamId }));
      return accept({ isNew: true });
    });
