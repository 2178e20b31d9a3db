/** Changes a roster spot: its number, its position, who wears it. All games of the spot follow. */
import { accept, type Result, reject } from '../errors.ts';
import { canEditRoster, canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Spot } from '../repositories/roster.ts';
import { type Asker, done } from './asker.ts';
import { refusalOfPerson } from './spot-person.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal =
  | 'team-not-found'
  | 'spot-not-found'
  | 'person-not-found'
  | 'not-permitted'
  | 'shell-has-no-people'
  | 'already-on-the-roster';
export type SpotChanges = Partial<Pick<Spot, 'number' | 'position' | 'personId'>>;

export const changeSpot =
  ({ nouns, now }: Deps) =>
  (
    asker: Asker,
    { teamId, spotId }: { teamId: string; spotId: string },
    wanted: SpotChanges,
  ): Promise<Result<null, Refusal>> =>
    nouns.together(async (rows) => {
      const team = await rows.teams.find(teamId);
      if (team === null || !canSeeRoster(asker.actor, team)) return reject('team-not-found');
      const spot = await rows.roster.find(spotId);
      if (spot === null || spot.teamId !== teamId) return reject('spot-not-found');
      if (!canEditRoster(asker.actor, team)) return reject('not-permitted');
      const at = now();
      if (wanted.personId !== undefined && wanted.personId !== spot.personId) {
        const refusal = await refusalOfPerson(rows, asker.actor, team, { ...spot, personId: wanted.personId, at });
        if (refusal !== null) return refusal;
        await rows.changes.note('team', [teamId]);
      }
      await rows.roster.change(spotId, wanted);
      await rows.audit.write(
        done(asker, at, 'canEditRoster', { subjectId: spotId, teamId, changedFields: Object.keys(wanted) }),
      );
      return accept(null);
    });
