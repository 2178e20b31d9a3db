/** Gives somebody a role in a team, in place of the one they had; following is for oneself. The same role again changes nothing. */
import { accept, type Result, reject } from '../errors.ts';
import type { RelatedActor, TeamRole } from '../policies/relations.ts';
import { canAppointCoach, canFollowTeam, canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { TeamInLeagues } from '../repositories/teams.ts';
import { type Asker, done } from './asker.ts';
import type { Created } from './created.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'team-not-found' | 'user-not-found' | 'not-permitted' | 'adults-only' | 'sign-in-again';
export type NewMember = { readonly teamId: string; readonly userId: string; readonly role: TeamRole };

export const putMember =
  ({ nouns, now }: Deps) =>
  (asker: Asker, { teamId, userId, role }: NewMember): Promise<Result<Created, Refusal>> =>
    nouns.together(async ({ teams, members, audit, changes }) => {
      const team = await teams.find(teamId);
      if (team === null || !canSeeRoster(asker.actor, team)) return reject('team-not-found');
      const refusal = refusalOf(asker.actor, team, userId, role);
      if (refusal !== null) return reject(refusal);
      const candidate = await members.candidate(userId, now().slice(0, 10));
      if (candidate === null) return reject('user-not-found');
      if (role === 'head-coach' && !candidate.isAdult) return reject('adults-only');
      await members.lock(teamId);
      const at = now();
      const standing = await members.roleOf(teamId, userId);
      if (standing === role) return accept({ isNew: false });
      await members.end(teamId, userId, at);
      await members.start(teamId, userId, role, at);
      await changes.note('user', [userId]);
      await audit.write(
        done(asker, at, role === 'follower' ? 'canFollowTeam' : 'canAppointCoach', {
          subjectId: userId,
          teamId,
          before: { role: standing },
          after: { role },
        }),
      );
      return accept({ isNew: standing === null });
    });

const refusalOf = (
  actor: RelatedActor,
  team: TeamInLeagues,
  userId: string,
  role: TeamRole,
): 'not-permitted' | 'sign-in-again' | null => {
  if (role === 'follower') return userId === actor.userId && canFollowTeam(actor, team) ? null : 'not-permitted';
  if (canAppointCoach(actor, team)) return null;
  return canAppointCoach({ ...actor, isFresh: true }, team) ? 'sign-in-again' : 'not-permitted';
};
