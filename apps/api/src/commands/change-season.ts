/** Changes a season. */
import { accept, type Result, reject } from '../errors.ts';
import { canEditLeague, canSeeStandings } from '../policies/leagues.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Season } from '../repositories/seasons.ts';
import { type Asker, done } from './asker.ts';
import { endsTooEarly } from './create-season.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'season-not-found' | 'not-permitted' | 'ends-before-it-starts';
export type SeasonChanges = Partial<Omit<Season, 'id' | 'leagueId'>>;

export const changeSeason =
  ({ nouns, now }: Deps) =>
  (asker: Asker, id: string, wanted: SeasonChanges): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ leagues, seasons, audit }) => {
      const season = await seasons.find(id);
      const league = season === null ? null : await leagues.find(season.leagueId);
      if (season === null || league === null || !canSeeStandings(asker.actor, league))
        return reject('season-not-found');
      if (!canEditLeague(asker.actor, league)) return reject('not-permitted');
      if (endsTooEarly({ ...season, ...wanted })) return reject('ends-before-it-starts');
      const at = now();
      await seasons.change(id, wanted, at);
      await audit.write(
        done(asker, at, 'canEditLeague', { subjectId: id, leagueId: league.id, changedFields: Object.keys(wanted) }),
      );
      return accept(null);
    });
