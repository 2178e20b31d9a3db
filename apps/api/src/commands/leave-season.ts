/** Takes a team out of a season, by the league or by its head coach; what it played stays. */
import { accept, type Result, reject } from '../errors.ts';
import { canEnterTeam, canSeeEntry, canSeeStandings } from '../policies/leagues.ts';
import { isHeadCoachOf } from '../policies/relations.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'season-not-found' | 'team-not-found' | 'not-permitted';

export const leaveSeason =
  ({ nouns, now }: Deps) =>
  (asker: Asker, seasonId: string, teamId: string): Promise<Result<null, Refusal>> =>
    nouns.together(async ({ leagues, seasons, teams, audit, changes }) => {
      const season = await seasons.find(seasonId);
      const league = season === null ? null : await leagues.find(season.leagueId);
      const isOwn = isHeadCoachOf(asker.actor, teamId);
      if (league === null || !(isOwn || canSeeStandings(asker.actor, league))) return reject('season-not-found');
      const standing = await seasons.entry(seasonId, teamId);
      const isLeague = canEnterTeam(asker.actor, { leagueId: league.id, teamId, isInvited: false });
      if (standing === null || (standing === 'asked' && !isOwn && !isLeague)) return reject('team-not-found');
      if (!isOwn && !isLeague) {
        const team = await teams.find(teamId);
        const isSeen = team !== null && canSeeEntry(asker.actor, { leagueId: league.id, visibility: team.visibility });
        return reject(isSeen ? 'not-permitted' : 'team-not-found');
      }
      if (standing === 'left') return accept(null);
      const at = now();
      await seasons.setEntry(seasonId, teamId, 'left', at);
      await changes.note('team', [teamId]);
      await audit.write(
        done(asker, at, 'canEnterTeam', {
          subjectId: seasonId,
          teamId,
          leagueId: league.id,
          after: { status: 'left' },
        }),
      );
      return accept(null);
    });
