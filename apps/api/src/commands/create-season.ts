/** Opens a season of a league. The same season again changes nothing. */
import { accept, type Result, reject } from '../errors.ts';
import { canEditLeague, canSeeStandings } from '../policies/leagues.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { Season } from '../repositories/seasons.ts';
import { type Asker, done } from './asker.ts';
import { type Created, isSame } from './created.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'league-not-found' | 'not-permitted' | 'ends-before-it-starts' | 'id-taken';

export const createSeason =
  ({ nouns, now }: Deps) =>
  (asker: Asker, season: Season): Promise<Result<Created, Refusal>> =>
    nouns.together(async ({ leagues, seasons, audit }) => {
      const league = await leagues.find(season.leagueId);
      if (league === null || !canSeeStandings(asker.actor, league)) return reject('league-not-found');
      if (!canEditLeague(asker.actor, league)) return reject('not-permitted');
      if (endsTooEarly(season)) return reject('ends-before-it-starts');
      const at = now();
      if (!(await seasons.insert(season, { createdBy: asker.actor.userId, at }))) {
        return isSame(season, await seasons.find(season.id)) ? accept({ isNew: false }) : reject('id-taken');
      }
      await audit.write(done(asker, at, 'canEditLeague', { subjectId: season.id, leagueId: league.id }));
      return accept({ isNew: true });
    });

export const endsTooEarly = ({ startsOn, endsOn }: Pick<Season, 'startsOn' | 'endsOn'>): boolean =>
  startsOn !== null && endsOn !== null && endsOn < startsOn;
