/** Seasons of leagues, and the teams in them. */
import type { RuleSetId } from '@bball/engine';
import type { Rows } from './database.ts';
import type { Season as SeasonRow } from './generated/client.ts';
import type { NewNoun } from './leagues.ts';
import type { Page } from './page.ts';

export type Season = {
  readonly id: string;
  readonly leagueId: string;
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly ruleSet: RuleSetId;
};

export type EntryStatus = 'asked' | 'entered' | 'left';

export type SeasonTeam = {
  readonly seasonId: string;
  readonly teamId: string;
  readonly status: EntryStatus;
  readonly team: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly colour: string | null;
    readonly visibility: 'public' | 'league' | 'team';
  };
};

/** A season as one of its teams sees it, with the moment it sorts by. */
export type TeamSeason = {
  readonly season: Season;
  readonly league: { readonly id: string; readonly name: string; readonly maxVisibility: 'public' | 'league' | 'team' };
  readonly status: EntryStatus;
  readonly createdAt: string;
};

export type Seasons = ReturnType<typeof makeSeasons>;

export const makeSeasons = (rows: Rows) => ({
  find: async (id: string): Promise<Season | null> => {
    const row = await rows.season.findUnique({ where: { id } });
    return row === null ? null : seasonOf(row);
  },

  /** false: the id is taken. */
  insert: async (season: Season, { createdBy, at }: NewNoun): Promise<boolean> => {
    const { count } = await rows.season.createMany({
      data: [{ ...season, ...daysOf(season), createdBy, createdAt: at, updatedAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  change: async (id: string, changes: Partial<Omit<Season, 'id' | 'leagueId'>>, at: string): Promise<Season> =>
    seasonOf(await rows.season.update({ where: { id }, data: { ...changes, ...daysOf(changes), updatedAt: at } })),

  /** Newest first, after [createdAt, id]; each with the moment it sorts by. */
  listOf: async (
    leagueId: string,
    { after, limit }: Page,
  ): Promise<readonly (Season & { readonly createdAt: string })[]> => {
    const [createdAt, id] = after ?? [];
    const found = await rows.season.findMany({
      where: {
        leagueId,
        ...(createdAt === undefined || id === undefined
          ? {}
          : { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] }),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return found.map((row) => ({ ...seasonOf(row), createdAt: row.createdAt.toISOString() }));
  },

  /** Newest first, after [createdAt, id]. */
  listOfTeam: async (
    teamId: string,
    statuses: readonly EntryStatus[],
    { after, limit }: Page,
  ): Promise<readonly TeamSeason[]> => {
    const [createdAt, id] = after ?? [];
    const found = await rows.seasonTeam.findMany({
      where: {
        teamId,
        status: { in: [...statuses] },
        ...(createdAt === undefined || id === undefined
          ? {}
          : { season: { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] } }),
      },
      include: { season: { include: { league: { select: { id: true, name: true, maxVisibility: true } } } } },
      orderBy: [{ season: { createdAt: 'desc' } }, { seasonId: 'desc' }],
      take: limit,
    });
    return found.map(({ season, status }) => ({
      season: seasonOf(season),
      league: { ...season.league, maxVisibility: season.league.maxVisibility as TeamSeason['league']['maxVisibility'] },
      status: status as EntryStatus,
      createdAt: season.createdAt.toISOString(),
    }));
  },

  entry: async (seasonId: string, teamId: string): Promise<EntryStatus | null> => {
    const row = await rows.seasonTeam.findUnique({ where: { seasonId_teamId: { seasonId, teamId } } });
    return row === null ? null : (row.status as EntryStatus);
  },

  setEntry: async (seasonId: string, teamId: string, status: EntryStatus, statusAt: string): Promise<SeasonTeam> => {
    await rows.seasonTeam.createMany({ data: [{ seasonId, teamId, status, statusAt }], skipDuplicates: true });
    const { team } = await rows.seasonTeam.update({
      where: { seasonId_teamId: { seasonId, teamId } },
      data: { status, statusAt },
      include: { team: { select: teamColumns } },
    });
    return seasonTeamOf({ seasonId, teamId, status, team });
  },

  /** By the team's name, after [name, id]. Only those who entered, unless `statuses` says more. */
  teamsOf: async (
    seasonId: string,
    statuses: readonly EntryStatus[],
    { after, limit }: Page,
  ): Promise<readonly SeasonTeam[]> => {
    const [name, id] = after ?? [];
    const found = await rows.seasonTeam.findMany({
      where: {
        seasonId,
        status: { in: [...statuses] },
        ...(name === undefined || id === undefined
          ? {}
          : { team: { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] } }),
      },
      include: { team: { select: teamColumns } },
      orderBy: [{ team: { name: 'asc' } }, { teamId: 'asc' }],
      take: limit,
    });
    return found.map(seasonTeamOf);
  },
});

const teamColumns = { id: true, name: true, shortName: true, colour: true, visibility: true } as const;

type EntryRow = {
  readonly seasonId: string;
  readonly teamId: string;
  readonly status: string;
  readonly team: Omit<SeasonTeam['team'], 'visibility'> & { readonly visibility: string };
};

const seasonTeamOf = ({ seasonId, teamId, status, team }: EntryRow): SeasonTeam => ({
  seasonId,
  teamId,
  status: status as EntryStatus,
  team: { ...team, visibility: team.visibility as SeasonTeam['team']['visibility'] },
});

const seasonOf = (row: SeasonRow): Season => ({
  id: row.id,
  leagueId: row.leagueId,
  name: row.name,
  startsOn: dayOf(row.startsOn),
  endsOn: dayOf(row.endsOn),
  ruleSet: row.ruleSet as RuleSetId,
});

/** A day as the database's `date` reads it, at midnight UTC. */
export const dayOf = (date: Date | null): string | null => (date === null ? null : date.toISOString().slice(0, 10));

export const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00.000Z`));

const daysOf = ({ startsOn, endsOn }: Partial<Pick<Season, 'startsOn' | 'endsOn'>>) => ({
  ...(startsOn === undefined ? {} : { startsOn: dateOf(startsOn) }),
  ...(endsOn === undefined ? {} : { endsOn: dateOf(endsOn) }),
});
