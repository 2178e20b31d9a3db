/** Changes a team. One of the young never becomes one of adults: whoever's age is unknown would be shown more widely by it. */
import { accept, type Result, reject } from '../errors.ts';
import { isWider } from '../policies/cap.ts';
import { canEditTeam, canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Team } from '../repositories/teams.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'team-not-found' | 'not-permitted' | 'age-group-fixed' | 'wider-than-the-league';
export type TeamChanges = Partial<Pick<Team, 'name' | 'shortName' | 'colour' | 'ageGroup' | 'visibility'>>;

export const changeTeam =
  ({ nouns, now }: Deps) =>
  (asker: Asker, id: string, wanted: TeamChanges): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ leagues, teams, audit, changes }) => {
      const team = await teams.find(id);
      if (team === null || !canSeeRoster(asker.actor, team)) return reject('team-not-found');
      if (!canEditTeam(asker.actor, team)) return reject('not-permitted');
      if (wanted.ageGroup === 'adult' && team.ageGroup !== 'adult') return reject('age-group-fixed');
      const league = team.leagueId === null ? null : await leagues.find(team.leagueId);
      if (league !== null && isWider(wanted.visibility ?? 'team', league.maxVisibility)) {
        return reject('wider-than-the-league');
      }
      const at = now();
      await teams.change(id, wanted, at);
      await changes.note('team', [id]);
      await audit.write(
        done(asker, at, 'canEditTeam', {
          subjectId: id,
          teamId: id,
          leagueId: team.leagueId,
          changedFields: Object.keys(wanted),
        }),
      );
      return accept(null);
    });
