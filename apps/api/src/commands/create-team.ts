/**
 * Makes a team. Its maker coaches it, unless a league keeps it (then by whoever administers that league). The same team again changes
 * nothing.
 */
import { accept, type Result, reject } from '../errors.ts';
import { isWider, narrowest, startingVisibility } from '../policies/cap.ts';
import { canEditLeague, canSeeStandings } from '../policies/leagues.ts';
import { canCreateTeam } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Team } from '../repositories/teams.ts';
import { type Asker, done } from './asker.ts';
import { type Created, isSame } from './created.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'adults-only' | 'league-not-found' | 'not-permitted' | 'wider-than-the-league' | 'id-taken';
export type NewTeam = Omit<Team, 'visibility'> & { readonly visibility: Team['visibility'] | undefined };

export const createTeam =
  ({ nouns, now }: Deps) =>
  (asker: Asker, wanted: NewTeam): Promise<Result<Created, Refusal>> =>
    nouns.together(async ({ leagues, teams, members, audit, changes }) => {
      const { actor } = asker;
      const { userId } = actor;
      if (userId === null || !canCreateTeam(actor)) return reject('adults-only');
      const league = wanted.leagueId === null ? null : await leagues.find(wanted.leagueId);
      if (wanted.leagueId !== null) {
        if (league === null || !canSeeStandings(actor, league)) return reject('league-not-found');
        if (!canEditLeague(actor, league)) return reject('not-permitted');
      }
      const cap = league?.maxVisibility ?? 'public';
      if (wanted.visibility !== undefined && isWider(wanted.visibility, cap)) return reject('wider-than-the-league');
      const visibility = wanted.visibility ?? narrowest<Team['visibility']>(startingVisibility(wanted.ageGroup), cap);
      const team: Team = { ...wanted, visibility };
      const at = now();
      if (!(await teams.insert(team, { createdBy: userId, at }))) {
        return isSame(team, await teams.find(team.id)) ? accept({ isNew: false }) : reject('id-taken');
      }
      if (league === null) await members.start(team.id, userId, 'head-coach', at);
      await changes.note('user', [userId]);
      await audit.write(
        done(asker, at, 'canCreateTeam', { subjectId: team.id, teamId: team.id, leagueId: team.leagueId }),
      );
      return accept({ isNew: true });
    });
