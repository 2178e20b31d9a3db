/** Changes a league. What it caps is narrowed with it, in the same transaction. */
import { accept, type Result, reject } from '../errors.ts';
import { widerThan } from '../policies/cap.ts';
import { canEditLeague, canSeeStandings } from '../policies/leagues.ts';
import type { League } from '../repositories/leagues.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
export type LeagueChanges = Partial<Pick<League, 'name' | 'shortName' | 'maxVisibility' | 'publishesVenues'>>;

export const changeLeague =
  ({ nouns, now }: Deps) =>
  (asker: Asker, id: string, wanted: LeagueChanges): Promise<Result<null, 'league-not-found' | 'not-permitted'>> =>
    nouns.together(async ({ leagues, audit, changes }) => {
      const league = await leagues.find(id);
      if (league === null || !canSeeStandings(asker.actor, league)) return reject('league-not-found');
      if (!canEditLeague(asker.actor, league)) return reject('not-permitted');
      const at = now();
      await leagues.change(id, wanted, at);
      const { maxVisibility } = wanted;
      if (maxVisibility !== undefined) {
        await leagues.narrow(id, { allowed: maxVisibility, wider: widerThan(maxVisibility), at });
      }
      await changes.note('league', [id]);
      await audit.write(
        done(asker, at, 'canEditLeague', { subjectId: id, leagueId: id, changedFields: Object.keys(wanted) }),
      );
      return accept(null);
    });
