/** Ends a roster spot; what was played stays. Ending it again changes nothing. */
import { accept, type Result, reject } from '../errors.ts';
import { canEditRoster, canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'team-not-found' | 'spot-not-found' | 'not-permitted';

export const leaveSpot =
  ({ nouns, now }: Deps) =>
  (asker: Asker, { teamId, spotId }: { teamId: string; spotId: string }): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ teams, roster, audit, changes }) => {
      const team = await teams.find(teamId);
      if (team === null || !canSeeRoster(asker.actor, team)) return reject('team-not-found');
      const spot = await roster.find(spotId);
      if (spot === null || spot.teamId !== teamId) return reject('spot-not-found');
      if (!canEditRoster(asker.actor, team)) return reject('not-permitted');
      if (spot.until !== null) return accept(null);
      const at = now();
      await roster.change(spotId, { until: at });
      await changes.note('team', [teamId]);
      await audit.write(done(asker, at, 'canEditRoster', { subjectId: spotId, teamId, changedFields: ['until'] }));
      return accept(null);
    });
