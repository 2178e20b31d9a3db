/** Ends a membership: somebody else's by right, the own one always. */
import { accept, type Result, reject } from '../errors.ts';
import { canRemoveMember, canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'team-not-found' | 'member-not-found' | 'not-permitted';

export const removeMember =
  ({ nouns, now }: Deps) =>
  (asker: Asker, { teamId, userId }: { teamId: string; userId: string }): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ teams, members, audit, changes }) => {
      const team = await teams.find(teamId);
      if (team === null || !canSeeRoster(asker.actor, team)) return reject('team-not-found');
      if (userId !== asker.actor.userId && !canRemoveMember(asker.actor, team)) return reject('not-permitted');
      await members.lock(teamId);
      const at = now();
      const role = await members.roleOf(teamId, userId);
      if (!(await members.end(teamId, userId, at))) return reject('member-not-found');
      await changes.note('user', [userId]);
      await audit.write(done(asker, at, 'canRemoveMember', { subjectId: userId, teamId, before: { role } }));
      return accept(null);
    });
