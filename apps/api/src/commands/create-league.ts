/** Founds a league; its founder administers it. The same league again changes nothing. */
import { accept, type Result, reject } from '../errors.ts';
import { canCreateLeague } from '../policies/leagues.ts';
import type { League } from '../repositories/leagues.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';
import { type Created, isSame } from './created.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };

export type NewLeague = Omit<League, 'maxVisibility' | 'status'> & {
  readonly maxVisibility: League['maxVisibility'] | undefined;
};

export const createLeague =
  ({ nouns, now }: Deps) =>
  (asker: Asker, wanted: NewLeague): Promise<Result<Created, 'adults-only' | 'id-taken'>> =>
    nouns.together(async ({ leagues, audit, changes }) => {
      const { userId } = asker.actor;
      if (userId === null || !canCreateLeague(asker.actor)) return reject('adults-only');
      const at = now();
      const league: League = {
        ...wanted,
        maxVisibility: wanted.maxVisibility ?? (wanted.ageGroup === 'adult' ? 'public' : 'team'),
        status: 'active',
      };
      if (!(await leagues.insert(league, { createdBy: userId, at }))) {
        return isSame(league, await leagues.find(league.id)) ? accept({ isNew: false }) : reject('id-taken');
      }
      await leagues.addAdmin(league.id, userId, at);
      await changes.note('user', [userId]);
      await audit.write(done(asker, at, 'canCreateLeague', { subjectId: league.id, leagueId: league.id }));
      return accept({ isNew: true });
    });
