/**
 * Brings a team into a season. A league cannot take somebody else's team: it asks, and the team's head coach enters by the same call.
 * (Being entered gives the league rights over the team's people.)
 */
import { accept, type Result, reject } from '../errors.ts';
import { canEnterTeam, canSeeStandings } from '../policies/leagues.ts';
import { isHeadCoachOf } from '../policies/relations.ts';
import { canSeeRoster } from '../policies/teams.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { EntryStatus } from '../repositories/seasons.ts';
import { type Asker, done } from './asker.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal = 'season-not-found' | 'team-not-found' | 'not-permitted';
export type Entered = { readonly isNew: boolean };

export const enterTeam =
  ({ nouns, now }: Deps) =>
  ({ actor, ...rest }: Asker, seasonId: string, teamId: string): Promise<Result<Entered, Refusal>> =>
    nouns.together(async ({ leagues, seasons, teams, audit, changes }) => {
      const season = await seasons.find(seasonId);
      const league = season === null ? null : await leagues.find(season.leagueId);
      const standing = await seasons.entry(seasonId, teamId);
      const isInvited = standing === 'asked' && isHeadCoachOf(actor, teamId);
      if (league === null || !(isInvited || canSeeStandings(actor, league))) return reject('season-not-found');
      const team = await teams.find(teamId);
      if (team === null || !canSeeRoster(actor, team)) return reject('team-not-found');
      if (!canEnterTeam(actor, { leagueId: league.id, teamId, isInvited })) return reject('not-permitted');
      const isTheirs = isHeadCoachOf(actor, teamId) || team.leagueId === league.id;
      const status: EntryStatus = isTheirs || standing === 'entered' ? 'entered' : 'asked';
      if (status === standing) return accept({ isNew: false });
      const at = now();
      await seasons.setEntry(seasonId, teamId, status, at);
      await changes.note('team', [teamId]);
      await audit.write(
        done({ actor, ...rest }, at, 'canEnterTeam', {
          subjectId: seasonId,
          teamId,
          leagueId: league.id,
          after: { status },
        }),
      );
      return accept({ isNew: standing === null });
    });
