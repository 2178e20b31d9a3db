/** Teams, with the leagues that decide who may see and change them. */
import type { AgeGroup } from '../policies/age-band.ts';
import type { TeamFacts } from '../policies/teams.ts';
import type { Rows } from './database.ts';
import { Prisma, type Team as TeamRow } from './generated/client.ts';
import type { NewNoun } from './leagues.ts';
import type { Page } from './page.ts';

export type Team = {
  readonly id: string;
  readonly leagueId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly colour: string | null;
  readonly ageGroup: AgeGroup;
  readonly visibility: TeamFacts['visibility'];
  readonly isShell: boolean;
};

/** A team with the leagues it belongs to now: what the policies ask about. */
export type TeamInLeagues = Team & TeamFacts;

export type TeamScope = {
  /** Teams that are shown whatever their visibility. */
  readonly teamIds: readonly string[];
  /** Leagues all of whose teams are shown (administered), and those whose league-visible teams are. */
  readonly administeredIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly onlyOwn: boolean;
  readonly leagueId: string | null;
  readonly seasonId: string | null;
};

export type Teams = ReturnType<typeof makeTeams>;

export const makeTeams = (rows: Rows) => {
  const leagueIdsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
    const found = await rows.$queryRaw<{ team_id: string; league_ids: string[] }[]>`
      select team_id, array_agg(league_id order by league_id) as league_ids
      from team_leagues where team_id = any(${[...ids]}::uuid[]) group by team_id`;
    return new Map(found.map((row) => [row.team_id, row.league_ids]));
  };

  const inLeagues = async (found: readonly TeamRow[]): Promise<readonly TeamInLeagues[]> => {
    const leagues = await leagueIdsOf(found.map(({ id }) => id));
    return found.map((row) => ({ ...teamOf(row), leagueIds: leagues.get(row.id) ?? [] }));
  };

  return {
    find: async (id: string): Promise<TeamInLeagues | null> => {
      const row = await rows.team.findUnique({ where: { id } });
      return row === null ? null : ((await inLeagues([row]))[0] ?? null);
    },

    /** In no order. */
    ofIds: async (ids: readonly string[]): Promise<readonly TeamInLeagues[]> =>
      inLeagues(await rows.team.findMany({ where: { id: { in: [...ids] } } })),

    /** false: the id is taken. */
    insert: async (team: Team, { createdBy, at }: NewNoun): Promise<boolean> => {
      const { count } = await rows.team.createMany({
        data: [{ ...team, createdBy, createdAt: at, updatedAt: at }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    change: async (id: string, changes: Partial<Omit<Team, 'id' | 'leagueId'>>, at: string): Promise<void> => {
      await rows.team.update({ where: { id }, data: { ...changes, updatedAt: at } });
    },

    /** By name, after [name, id]. */
    list: async (scope: TeamScope, { after, limit }: Page): Promise<readonly TeamInLeagues[]> => {
      const found = await rows.$queryRaw<{ id: string }[]>(Prisma.sql`
        select t.id from teams t
        where ${shownTo(scope)}
          and ${scope.leagueId === null ? Prisma.sql`true` : Prisma.sql`exists (select from team_leagues l where l.team_id = t.id and l.league_id = ${scope.leagueId}::uuid)`}
          and ${scope.seasonId === null ? Prisma.sql`true` : Prisma.sql`exists (select from season_teams e where e.team_id = t.id and e.season_id = ${scope.seasonId}::uuid and e.status = 'entered')`}
          and ${after === null ? Prisma.sql`true` : Prisma.sql`(t.name, t.id) > (${after[0]}, ${after[1]}::uuid)`}
        order by t.name, t.id limit ${limit}`);
      const order = new Map(found.map(({ id }, at) => [id, at]));
      const teams = await inLeagues(await rows.team.findMany({ where: { id: { in: [...order.keys()] } } }));
      return teams.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    },
  };
};

/** The rows that may be shown; the policy still judges each (canSeeRoster). */
const shownTo = ({ teamIds, administeredIds, memberIds, onlyOwn }: TeamScope): Prisma.Sql => {
  const own = Prisma.sql`t.id = any(${[...teamIds]}::uuid[])`;
  if (onlyOwn) return own;
  return Prisma.sql`(t.visibility = 'public' or ${own}
    or exists (select from team_leagues l where l.team_id = t.id and (
      l.league_id = any(${[...administeredIds]}::uuid[])
      or (t.visibility = 'league' and l.league_id = any(${[...memberIds]}::uuid[])))))`;
};

const teamOf = (row: TeamRow): Team => ({
  id: row.id,
  leagueId: row.leagueId,
  name: row.name,
  shortName: row.shortName,
  colour: row.colour,
  ageGroup: row.ageGroup as AgeGroup,
  visibility: row.visibility as Team['visibility'],
  isShell: row.isShell,
});
