/** Puts a number, and somebody who wears it, on a roster. The same spot again changes nothing. */
import { accept, type Result, reject } from '../errors.ts';
import { canEditRoster, canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Spot } from '../repositories/roster.ts';
import { type Asker, done } from './asker.ts';
import { type Created, isSame } from './created.ts';
import { refusalOfPerson } from './spot-person.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal =
  | 'team-not-found'
  | 'season-not-found'
  | 'person-not-found'
  | 'not-permitted'
  | 'shell-has-no-people'
  | 'already-on-the-roster'
  | 'id-taken';
export type NewSpot = Omit<Spot, 'since' | 'until'>;

export const createSpot =
  ({ nouns, now }: Deps) =>
  (asker: Asker, wanted: NewSpot): Promise<Result<Created, Refusal>> =>
    nouns.together(async (rows) => {
      const team = await rows.teams.find(wanted.teamId);
      if (team === null || !canSeeRoster(asker.actor, team)) return reject('team-not-found');
      if (!canEditRoster(asker.actor, team)) return reject('not-permitted');
      const standing = await rows.roster.find(wanted.id);
      if (standing !== null) return repeated(wanted, standing);
      if (wanted.seasonId !== null && (await rows.seasons.entry(wanted.seasonId, team.id)) !== 'entered') {
        return reject('season-not-found');
      }
      const at = now();
      const refusal = await refusalOfPerson(rows, asker.actor, team, { ...wanted, at });
      if (refusal !== null) return refusal;
      if (!(await rows.roster.insert({ ...wanted, since: at, until: null }))) {
        const meanwhile = await rows.roster.find(wanted.id);
        return meanwhile === null ? reject('already-on-the-roster') : repeated(wanted, meanwhile);
      }
      if (wanted.personId !== null) await rows.changes.note('team', [team.id]);
      await rows.audit.write(done(asker, at, 'canEditRoster', { subjectId: wanted.id, teamId: team.id }));
      return accept({ isNew: true });
    });

const repeated = (wanted: NewSpot, standing: Spot): Result<Created, 'id-taken'> =>
  isSame(wanted, standing) && standing.until === null ? accept({ isNew: false }) : reject('id-taken');
